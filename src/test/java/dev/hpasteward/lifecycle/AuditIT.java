package dev.hpasteward.lifecycle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hpasteward.controlplane.ServedWebhook;
import io.restassured.RestAssured;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The audit lines that the running program prints. */
class AuditIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  AuditIT() {}

  @Test
  void aDenialAnExemptionAndAPatchAreALineOfJsonEach() {
    try (var program = ServedWebhook.start().program()) {
      ServedWebhook webhook = ServedWebhook.of(program, "").awaitReady();
      String denied = new String(Reviews.denied(), UTF_8);
      post(webhook, "validate", uid(denied, "denied"));
      post(webhook, "validate", uid(exempt(denied), "exempt"));
      post(webhook, "mutate", uid(denied.replace("90", "50"), "patched"));

      JsonNode patched = line(webhook, "patched");
      assertThat(patched.path("verdict").asText()).isEqualTo("patched");
      assertThat(patched.path("changes")).isNotEmpty();
      JsonNode denial = line(webhook, "denied");
      assertThat(denial.path("verdict").asText()).isEqualTo("denied");
      assertThat(denial.path("namespace").asText()).isEqualTo("voice");
      assertThat(denial.path("rules").get(0).toString())
          .isEqualTo("{\"rule\":\"cpu-target\",\"action\":\"deny\"}");
      assertThat(denial.path("policyVersion").asText()).matches("[0-9a-f]{12}");
      JsonNode exempt = line(webhook, "exempt");
      assertThat(exempt.path("verdict").asText()).isEqualTo("warned");
      assertThat(exempt.path("exemptions").get(0).path("rule").asText()).isEqualTo("cpu-target");
      assertThat(exempt.path("exemptions").get(0).path("until").asText())
          .isEqualTo(day(31) + "T00:00:00Z");
      assertThat(webhook.program().output().lines().filter(line -> line.contains("durationMicros")))
          .hasSize(3);
    }
  }

  @Test
  void itCanBeSwitchedOffByTheEnvironment() {
    Map<String, String> off = Map.of("QUARKUS_LOG_CATEGORY__HPA_STEWARD_AUDIT__LEVEL", "OFF");
    ServedWebhook webhook = ServedWebhook.startWith(off).awaitReady();
    try (var program = webhook.program()) {
      post(webhook, "validate", new String(Reviews.denied(), UTF_8));
      program.awaitLine(line -> line.contains("denied CREATE of HPA"));
    }

    assertThat(webhook.program().output()).doesNotContain("durationMicros");
  }

  private static JsonNode line(ServedWebhook webhook, String uid) {
    String line =
        webhook.program().awaitLine(text -> text.contains("\"uid\":\"%s\"".formatted(uid)));
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError(line, e);
    }
  }

  private static String uid(String review, String uid) {
    return review.replace("\"uid\": \"1\"", "\"uid\": \"%s\"".formatted(uid));
  }

  private static String exempt(String review) {
    return review.replace(
        "\"metadata\": {",
        """
        "metadata": {"annotations": {"hpa-steward.dev/exempt": "cpu-target,missing-metric",
          "hpa-steward.dev/exempt-reason": "OPS-1 launch",
          "hpa-steward.dev/exempt-until": "%s"},
        """
            .formatted(day(30)));
  }

  private static LocalDate day(int fromNow) {
    return LocalDate.now(ZoneOffset.UTC).plusDays(fromNow);
  }

  private static void post(ServedWebhook webhook, String path, String review) {
    RestAssured.given()
        .relaxedHTTPSValidation()
        .contentType("application/json")
        .body(review)
        .post(webhook.url() + "/" + path)
        .then()
        .statusCode(200);
  }
}
