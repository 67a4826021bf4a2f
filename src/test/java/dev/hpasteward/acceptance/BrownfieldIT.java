package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.EnforcedCluster;
import dev.hpasteward.controlplane.Kubectl;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** One bad HPA from before the policy, while its namespace is tightened step by step. */
class BrownfieldIT {

  private static final String MISTAKE =
      "cpu-target: spec.metrics[0].resource.target.averageUtilization: found 85, allowed at most 50";

  private final BrownfieldNamespace namespace = BrownfieldNamespace.of(BrownfieldIT.class);
  private final Kubectl kubectl = namespace.kubectl();

  BrownfieldIT() {}

  @Test
  void itIsReportedThenWarnedAboutThenRefused() {
    assertThat(deploy("old", 85).stderr()).isEmpty();
    assertThat(records("CREATE", "old")).isEmpty();
    assertThat(stored("old")).isEqualTo("/ 85");

    namespace.label("audit");
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              assertThat(redeploy("old", 85).stderr()).isEmpty();
              return !records("UPDATE", "old").isEmpty();
            });
    assertThat(records("UPDATE", "old"))
        .allSatisfy(
            line ->
                assertThat(line)
                    .contains("recorded UPDATE of HPA \"old\" in \"" + kubectl.namespace() + "\"")
                    .containsPattern(" by \"[^\"]+\" under policy [0-9a-f]{12,}: ")
                    .contains(MISTAKE));
    assertThat(Metrics.of(EnforcedCluster.running().managementPort()).lines())
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("hpa_steward_findings_total{")
                    .contains("rule=\"cpu-target\"", "action=\"audit\"", "mode=\"audit\""));
    assertThat(deploy("old-audited", 85).stderr()).isEmpty();
    assertThat(stored("old-audited")).isEqualTo("/ 85");
    assertThat(records("CREATE", "old-audited"))
        .anySatisfy(line -> assertThat(line).contains("not filled in: spec.behavior.scaleUp."))
        .anySatisfy(line -> assertThat(line).contains(MISTAKE));

    namespace.switchTo("warn");
    assertThat(redeploy("old", 85).stderr())
        .contains("Warning: cpu-target: as before, so let pass: ", "found 85, allowed at most 50");
    Kubectl.Result warned = deploy("old-warned", 85);
    assertThat(warned.exitCode()).isZero();
    assertThat(warned.stderr())
        .contains(
            "Warning: " + MISTAKE,
            "Warning: hpa-steward: mode Warn, so not filled in: spec.behavior.");
    assertThat(stored("old-warned")).isEqualTo("/ 85");

    namespace.switchTo("enforce");
    assertThat(redeploy("old", 85).exitCode()).isZero();
    assertThat(redeploy("old", 86).stderr()).contains("Error from server (Forbidden)", "found 86");
    Kubectl.Result refused = deploy("new", 85);
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.stderr()).contains("Error from server (Forbidden)", MISTAKE);
    assertThat(redeploy("old", 50).exitCode()).isZero();
    assertThat(stored("old")).isEqualTo("15/300 50");
  }

  private Kubectl.Result deploy(String name, int cpu) {
    return kubectl.runWithInput(
        Manifests.deployment(name, "agent") + Manifests.autoscaler(name, name, cpu),
        "apply",
        "-f",
        "-");
  }

  private int deploys;

  /** As the next release would: with another annotation. */
  private Kubectl.Result redeploy(String name, int cpu) {
    deploys++;
    return kubectl.runWithInput(
        Manifests.autoscaler(
            name, ", annotations: {release: '" + deploys + "'}", name, Manifests.cpuMetric(cpu)),
        "apply",
        "-f",
        "-");
  }

  private List<String> records(String operation, String name) {
    return EnforcedCluster.running()
        .program()
        .output()
        .lines()
        .filter(
            line ->
                line.contains(
                    "recorded %s of HPA \"%s\" in \"%s\""
                        .formatted(operation, name, kubectl.namespace())))
        .toList();
  }

  /** Both windows and the CPU target. */
  private String stored(String name) {
    return kubectl
        .run(
            "get",
            "hpa",
            name,
            "-o",
            "jsonpath={.spec.behavior.scaleUp.stabilizationWindowSeconds}"
                + "/{.spec.behavior.scaleDown.stabilizationWindowSeconds}"
                + " {.spec.metrics[0].resource.target.averageUtilization}")
        .output();
  }
}
