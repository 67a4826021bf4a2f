package dev.hpasteward.admission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.policy.ScalingPolicy;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One line for each decision, and what it says. */
class AuditLogTest {

  private static final ScalingPolicy POLICY = WrittenStrategy.policy();

  private final InnerDoor door = new InnerDoor(POLICY);
  private AuditLines audit = new AuditLines(Level.INFO);

  @AfterEach
  void close() {
    audit.close();
  }

  @Test
  void aDenialSaysWhoWantedWhatAndWhichRuleForbadeIt() {
    ObjectNode review = ReviewText.create(Manifests.egressWithCpu(80));
    ReviewText.request(review).withObjectProperty("userInfo").putArray("groups").add("b").add("a");
    door.validate(review);

    assertThat(audit.lines()).hasSize(1);
    JsonNode line = audit.last();
    assertThat(line.path("durationMicros").isIntegralNumber()).isTrue();
    ((ObjectNode) line).remove("durationMicros");
    assertThat(line)
        .isEqualTo(
            AuditLines.parsed(
                """
                {"time": "2026-11-24T12:00:00Z", "webhook": "validate", "policyVersion": "%s",
                 "uid": "%s", "operation": "CREATE", "kind": "HorizontalPodAutoscaler",
                 "namespace": "media", "name": "egress", "user": "kubernetes-admin",
                 "groups": ["a", "b"], "dryRun": false, "mode": "enforce", "verdict": "denied",
                 "rules": [{"rule": "cpu-target", "action": "deny"},
                           {"rule": "inverted-metric", "action": "warn"},
                           {"rule": "scale-up-threshold", "action": "warn"},
                           {"rule": "scale-down-threshold", "action": "warn"}]}
                """
                    .formatted(POLICY.version(), ReviewText.UID)));
  }

  @Test
  void anExemptionInUseIsToldWithItsEnd() {
    ObjectNode object = Manifests.egressWithCpu(80);
    object
        .withObject("/metadata/annotations")
        .put("hpa-steward.dev/exempt", "cpu-target")
        .put("hpa-steward.dev/exempt-reason", "OPS-1 launch")
        .put("hpa-steward.dev/exempt-until", "2026-12-01");
    door.validate(ReviewText.create(object));

    assertThat(audit.last().path("verdict").asText()).isEqualTo("warned");
    assertThat(audit.last().path("exemptions"))
        .isEqualTo(
            AuditLines.parsed("[{\"rule\": \"cpu-target\", \"until\": \"2026-12-02T00:00:00Z\"}]"));
  }

  @Test
  void aPatchIsToldByTheFieldsThatItChanges() {
    ObjectNode object = Manifests.egress();
    ((ObjectNode) object.get("spec")).remove("metrics");
    door.mutate(ReviewText.create(object));

    assertThat(audit.last().path("webhook").asText()).isEqualTo("mutate");
    assertThat(audit.last().path("verdict").asText()).isEqualTo("patched");
    assertThat(audit.last().path("changes"))
        .isEqualTo(AuditLines.parsed("[\"/spec/metrics\", \"/spec/behavior\"]"));
  }

  @Test
  void whatIsNoReviewIsTold() {
    QuietFailures.during(() -> door.validate("no review".getBytes(UTF_8)));

    assertThat(audit.last().path("verdict").asText()).isEqualTo("bad-review");
    assertThat(audit.last().path("error").asText()).startsWith("the body is not acceptable JSON");
  }

  @Test
  void aFaultIsTold() {
    door.targets.answer(
        () -> {
          throw new IllegalStateException("a fault");
        });
    QuietFailures.during(() -> door.validate(ReviewText.create(Manifests.unlabelledEgress())));

    assertThat(audit.last().path("verdict").asText()).isEqualTo("fault");
    assertThat(audit.last().path("uid").asText()).isEqualTo(ReviewText.UID);
  }

  @Test
  void aWriteThatChangesNothingIsToldAtDebugOnly() {
    ObjectNode egress = Manifests.egressWithCpu(40);
    ObjectNode review = ReviewText.update(egress, egress.deepCopy());
    audit.close();
    audit = new AuditLines(Level.INFO);
    door.validate(review);
    int atInfo = audit.lines().size();
    audit.close();
    audit = new AuditLines(org.jboss.logmanager.Level.DEBUG);
    door.validate(review);
    door.mutate(review);

    assertThat(atInfo).isEqualTo(audit.lines().isEmpty() ? 1 : 0);
    assertThat(audit.lines()).hasSize(2);
  }

  @Test
  void nothingIsToldWhenItIsOff() {
    audit.close();
    audit = new AuditLines(Level.OFF);
    door.validate(ReviewText.create(Manifests.egressWithCpu(80)));

    assertThat(audit.lines()).isEmpty();
  }
}
