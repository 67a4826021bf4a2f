package dev.hpasteward.cli;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators see of a policy file that changes. */
@QuarkusTest
@TestProfile(RewrittenPolicy.class)
class PolicyReloadingTest {

  private final PolicyWatch watch;
  private final PolicyMetrics policyMetrics;
  private final Path file = RewrittenPolicy.file();

  PolicyReloadingTest(PolicyWatch watch, PolicyMetrics policyMetrics) {
    this.watch = watch;
    this.policyMetrics = policyMetrics;
  }

  @BeforeEach
  void startWithTheFirst() throws IOException {
    use(RewrittenPolicy.FIRST);
    assertThat(watch.get().name()).isEqualTo("first");
  }

  @Test
  void aValidChangeIsInForceWithinFiveSecondsByItself() throws IOException {
    Files.writeString(file, RewrittenPolicy.SECOND);

    await()
        .atMost(Duration.ofSeconds(5))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> watch.get().name().equals("second"));
    await()
        .atMost(Duration.ofSeconds(3))
        .untilAsserted(
            () ->
                assertThat(metrics())
                    .contains(
                        "hpa_steward_policy_info{name=\"second\",version=\""
                            + watch.get().version()
                            + "\"} 1.0")
                    .doesNotContain("name=\"first\"")
                    .contains("hpa_steward_policy_refused_since_seconds 0.0"));
  }

  @Test
  void aBrokenChangeIsShownWhileTheLastGoodPolicyStays() throws IOException {
    use(RewrittenPolicy.BROKEN);

    assertThat(watch.get().name()).isEqualTo("first");
    Map<String, Object> data = healthData();
    assertThat(data)
        .containsEntry("name", "first")
        .containsEntry("version", watch.get().version())
        .containsEntry("mistakes", 4)
        .containsKeys("since", "refusedSince");
    assertThat(data.get("firstMistake")).asString().contains("policy.yaml:3:18: metadata.name: ");
    await()
        .atMost(Duration.ofSeconds(3))
        .untilAsserted(
            () ->
                assertThat(metrics())
                    .containsPattern("hpa_steward_policy_refused_since_seconds [1-9]"));
  }

  @Test
  void aMendedFileClearsTheRefusal() throws IOException {
    use(RewrittenPolicy.BROKEN);
    use(RewrittenPolicy.FIRST);

    assertThat(healthData()).containsOnlyKeys("name", "version", "since");
  }

  @Test
  void reviewsAreCountedByVersionAndThoseOfLongAgoAreLetGo() throws IOException {
    String first = askUnder(RewrittenPolicy.FIRST);
    String second = askUnder(RewrittenPolicy.SECOND);

    assertThat(metrics()).contains(first, second);

    String third = askUnder(RewrittenPolicy.THIRD);

    assertThat(metrics()).contains(second, third).doesNotContain(first);
  }

  /** Sends what is no review and gives the start of the line that counts it. */
  private String askUnder(String text) throws IOException {
    use(text);
    policyMetrics.show();
    given()
        .relaxedHTTPSValidation()
        .body("no review")
        .post(RewrittenPolicy.url() + "/validate")
        .then()
        .statusCode(400);
    return "hpa_steward_reviews_total{policy=\"%s\",verdict=\"bad-review\",webhook=\"validate\"} 1.0"
        .formatted(watch.get().version());
  }

  private void use(String text) throws IOException {
    Files.writeString(file, text);
    watch.look();
    watch.look();
  }

  private static Map<String, Object> healthData() {
    JsonPath health = JsonPath.from(management("/q/health/ready"));
    assertThat(health.getString("checks.find { it.name == 'policy' }.status")).isEqualTo("UP");
    return health.getMap("checks.find { it.name == 'policy' }.data");
  }

  private static String metrics() {
    return management("/q/metrics");
  }

  private static String management(String path) {
    int port = ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class);
    return given().baseUri("http://127.0.0.1:" + port).get(path).asString();
  }
}
