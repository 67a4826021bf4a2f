package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.EnforcedCluster;
import dev.hpasteward.controlplane.Kubectl;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What we filled in is in nobody's way when its author comes back with the same file. */
class ReappliedAutoscalerIT {

  private static final Kubectl KUBECTL =
      EnforcedCluster.running().kubectl(ReappliedAutoscalerIT.class);

  ReappliedAutoscalerIT() {}

  /** Each autoscaler has its own: a second one for the same Deployment is refused. */
  @BeforeAll
  static void createDeployments() {
    KUBECTL
        .runWithInput(
            Manifests.deployment("same", "agent")
                + Manifests.deployment("completed", "livekit-egress")
                + Manifests.deployment("replaced", "agent")
                + Manifests.deployment("server-side", "livekit-egress")
                + Manifests.deployment("later", "livekit-egress"),
            "create",
            "-f",
            "-")
        .output();
  }

  @Test
  void aFileThatIsAppliedAgainIsUnchanged() {
    String file = Manifests.autoscaler("same", "same", 50);
    apply(file);
    String version = version("same");

    assertThat(apply(file)).isEqualTo("horizontalpodautoscaler.autoscaling/same unchanged\n");
    assertThat(version("same")).isEqualTo(version);
  }

  /** kubectl sends a list that differs from the file; what is stored stays the same. */
  @Test
  void aFileWhoseMetricsWereCompletedIsStoredAsBefore() {
    String file = Manifests.autoscaler("completed", "completed", 50);
    apply(file);
    String version = version("completed");

    assertThat(apply(file)).isEqualTo("horizontalpodautoscaler.autoscaling/completed configured\n");
    assertThat(version("completed")).isEqualTo(version);
  }

  @Test
  void replacingAnAutoscalerByItsOwnFileChangesNothing() {
    String file = Manifests.autoscaler("replaced", "replaced", 50);
    KUBECTL.runWithInput(file, "create", "-f", "-").output();
    String version = version("replaced");

    KUBECTL.runWithInput(file, "replace", "-f", "-").output();

    assertThat(version("replaced")).isEqualTo(version);
  }

  @Test
  void aServerSideApplyOfTheSameFileChangesNothing() {
    String file = Manifests.autoscaler("server-side", "server-side", 50);
    applyServerSide(file);
    String version = version("server-side");

    applyServerSide(file);

    assertThat(version("server-side")).isEqualTo(version);
  }

  /**
   * Nobody owns what was filled in, so no force is needed to take it over. The scale-down tolerance
   * that its author still leaves out follows the lower CPU target: 45 % · (1 - 0.32) is 30.6 %, and
   * the strategy scales down at 30 %.
   */
  @Test
  void anAuthorWhoAppliesServerSideLaterSetsWhatWasFilledIn() {
    applyServerSide(Manifests.autoscaler("later", "later", 50));

    applyServerSide(
        Manifests.autoscaler(
            "later",
            "",
            "later",
            Manifests.cpuMetric(45)
                + """
                behavior:
                  scaleUp: {stabilizationWindowSeconds: 30, tolerance: "0.05"}
                  scaleDown: {stabilizationWindowSeconds: 400}
                """));

    assertThat(KUBECTL.run("get", "hpa", "later", "-o", Service.stored()).output())
        .isEqualTo("30/400 50m/320m cpu=45 memory=65 livekit_egress_available=1 ");
  }

  private static String apply(String file) {
    return KUBECTL.runWithInput(file, "apply", "-f", "-").output();
  }

  private static void applyServerSide(String file) {
    KUBECTL.runWithInput(file, "apply", "--server-side", "-f", "-").output();
  }

  private static String version(String name) {
    return KUBECTL.run("get", "hpa", name, "-o", "jsonpath={.metadata.resourceVersion}").output();
  }
}
