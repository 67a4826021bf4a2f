package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.EnforcedCluster;
import dev.hpasteward.controlplane.Kubectl;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;

/**
 * A namespace with objects from before the policy: created while its mode was off. Its labels are
 * known through a watch, so each switch waits until a write that is only tried out is answered in
 * the new mode.
 */
final class BrownfieldNamespace {

  private static final String MODE = "hpa-steward.dev/mode";
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final Kubectl kubectl;

  private BrownfieldNamespace(Kubectl kubectl) {
    this.kubectl = kubectl;
  }

  /** One whose mode is off. */
  static BrownfieldNamespace of(Class<?> testClass) {
    BrownfieldNamespace namespace =
        new BrownfieldNamespace(EnforcedCluster.running().kubectl(testClass, Map.of(MODE, "off")));
    namespace.await("off");
    return namespace;
  }

  /** Creates objects as long as nobody minds, and has everything enforced from then on. */
  static Kubectl with(Class<?> testClass, String manifest) {
    BrownfieldNamespace namespace = of(testClass);
    assertThat(namespace.kubectl.runWithInput(manifest, "apply", "-f", "-").stderr()).isEmpty();
    namespace.switchTo("enforce");
    return namespace.kubectl;
  }

  /** Labels it with {@code enforce}, {@code warn} or {@code off}, and waits until that holds. */
  void switchTo(String mode) {
    label(mode);
    await(mode);
  }

  /** Only labels it. */
  void label(String mode) {
    kubectl
        .run("label", "--overwrite", "namespace", kubectl.namespace(), MODE + "=" + mode)
        .output();
  }

  Kubectl kubectl() {
    return kubectl;
  }

  private void await(String mode) {
    Awaitility.await("mode " + mode)
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> answer(), mode::equals);
  }

  private String answer() {
    Kubectl.Result tried =
        kubectl.runWithInput(
            Manifests.autoscaler(
                "probe",
                ", labels: {hpa-steward.dev/service-type: agent}",
                "probe",
                Manifests.cpuMetric(90)),
            "create",
            "--dry-run=server",
            "-f",
            "-");
    if (!tried.stderr().contains("cpu-target: ")) {
      return "off";
    }
    return tried.exitCode() == 0 ? "warn" : "enforce";
  }
}
