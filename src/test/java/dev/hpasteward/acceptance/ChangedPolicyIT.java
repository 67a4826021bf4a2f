package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.EnforcedNamespace;
import dev.hpasteward.controlplane.Kubectl;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A policy that is changed while the program runs, in a folder as the kubelet mounts ConfigMaps.
 */
class ChangedPolicyIT {

  private static final String REFUSED_SINCE = "hpa_steward_policy_refused_since_seconds";

  @TempDir private Path folder;

  ChangedPolicyIT() {}

  @Test
  void aChangeIsInForceWithinFiveSecondsAndABrokenOneKeepsTheLastGoodPolicy() throws IOException {
    swap("first", policy(60));
    Files.createSymbolicLink(folder.resolve("policy.yaml"), Path.of("..data", "policy.yaml"));
    try (EnforcedNamespace namespace =
        EnforcedNamespace.of(ChangedPolicyIT.class, folder.resolve("policy.yaml"))) {
      Kubectl kubectl = namespace.kubectl();
      assertThat(tried(kubectl, 70)).contains("found 70, allowed at most 60");
      String first = health(namespace).getString("version");

      swap("second", policy(70));
      within(() -> assertThat(tried(kubectl, 70)).isEmpty());
      JsonPath second = health(namespace);
      assertThat(second.getString("version")).isNotEqualTo(first);
      assertThat(second.<Object>get("refusedSince")).isNull();

      Instant broken = Instant.now();
      Files.writeString(folder.resolve("policy.yaml"), policy(50).replace("Audit", "Silence"));
      within(
          () ->
              assertThat(health(namespace).getString("firstMistake"))
                  .contains("target-not-found", "Silence"));
      JsonPath refused = health(namespace);
      assertThat(refused.getString("version")).isEqualTo(second.getString("version"));
      assertThat(refused.getInt("mistakes")).isEqualTo(1);
      assertThat(Instant.parse(refused.getString("refusedSince"))).isBetween(broken, Instant.now());
      assertThat(tried(kubectl, 70)).isEmpty();
      within(() -> assertThat(metrics(namespace).sum(REFUSED_SINCE)).isPositive());
      assertThat(namespace.program().output())
          .contains(
              "Policy refused, mistakes: 1. changed, version "
                  + second.getString("version")
                  + " stays in force since ");

      swap("third", policy(50));
      within(() -> assertThat(tried(kubectl, 60)).contains("found 60, allowed at most 50"));
      assertThat(health(namespace).<Object>get("refusedSince")).isNull();
      assertThat(metrics(namespace).sum(REFUSED_SINCE)).isZero();
      within(
          () ->
              assertThat(
                      metrics(namespace)
                          .sum(
                              "hpa_steward_policy_info{",
                              "version=\"" + health(namespace).getString("version") + "\""))
                  .isEqualTo(1));
    }
  }

  /** Promised in the documentation. */
  private static void within(ThrowingRunnable holds) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(5))
        .pollInterval(Duration.ofMillis(100))
        .untilAsserted(holds);
  }

  /** As the kubelet does: a new folder, and a link to it that is replaced in one step. */
  private void swap(String version, String policy) throws IOException {
    Files.writeString(
        Files.createDirectory(folder.resolve(".." + version)).resolve("policy.yaml"), policy);
    Path link = Files.createSymbolicLink(folder.resolve("..data_tmp"), Path.of(".." + version));
    Files.move(link, folder.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
  }

  /** What kubectl says of an HPA with this CPU target, which is only tried out. */
  private static String tried(Kubectl kubectl, int cpu) {
    String labelled = ", labels: {hpa-steward.dev/service-type: agent}";
    return kubectl
        .runWithInput(
            Manifests.autoscaler("tried", labelled, "tried", Manifests.cpuMetric(cpu)),
            "create",
            "--dry-run=server",
            "-f",
            "-")
        .stderr();
  }

  private static JsonPath health(EnforcedNamespace namespace) {
    return RestAssured.given()
        .port(namespace.managementPort())
        .get("http://127.0.0.1/q/health/ready")
        .jsonPath()
        .setRootPath("checks.find { it.name == 'policy' }.data");
  }

  private static Metrics metrics(EnforcedNamespace namespace) {
    return Metrics.of(namespace.managementPort());
  }

  private static String policy(int cpu) {
    return """
    apiVersion: hpa-steward.dev/v1
    kind: ScalingPolicy
    metadata: {name: changed}
    spec:
      serviceTypes:
        agent:
          resources:
            cpu: {scaleUpAt: %d}
          windows:
            scaleUp: {inject: 15, atMost: 15}
            scaleDown: {inject: 300, atLeast: 300}
      actions: {target-not-found: Audit}
    """
        .formatted(cpu);
  }
}
