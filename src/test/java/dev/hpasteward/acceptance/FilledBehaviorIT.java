package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.EnforcedCluster;
import dev.hpasteward.controlplane.Kubectl;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an author leaves out is filled in; what is there stays. */
class FilledBehaviorIT {

  private static final Kubectl KUBECTL = EnforcedCluster.running().kubectl(FilledBehaviorIT.class);

  private static final String API_DEFAULT_UP =
      "\"policies\":[{\"periodSeconds\":15,\"type\":\"Pods\",\"value\":4},"
          + "{\"periodSeconds\":15,\"type\":\"Percent\",\"value\":100}],\"selectPolicy\":\"Max\"";

  private static final String OUR_DOWN =
      "\"policies\":[{\"periodSeconds\":60,\"type\":\"Pods\",\"value\":1},"
          + "{\"periodSeconds\":60,\"type\":\"Percent\",\"value\":10}],\"selectPolicy\":\"Max\"";

  FilledBehaviorIT() {}

  /** Each autoscaler has its own: a second one for the same Deployment is refused. */
  @BeforeAll
  static void createDeployments() {
    KUBECTL
        .runWithInput(
            Manifests.deployment("agent", "agent")
                + Manifests.deployment("egress", "livekit-egress")
                + Manifests.deployment("sfu", "sfu")
                + Manifests.deployment("partial", "livekit-egress")
                + Manifests.deployment("at-once", "agent"),
            "create",
            "-f",
            "-")
        .output();
  }

  /** No scale-down threshold is documented for agents, hence no scale-down tolerance. */
  @Test
  void anAgentsAutoscalerWithoutBehaviorGetsTheWholeOfIt() {
    create(Manifests.autoscaler("agent", "agent", 50));

    assertThat(stored("agent", "{.spec.behavior}"))
        .isEqualTo(
            "{\"scaleDown\":{"
                + OUR_DOWN
                + ",\"stabilizationWindowSeconds\":300},\"scaleUp\":{"
                + API_DEFAULT_UP
                + ",\"stabilizationWindowSeconds\":15,\"tolerance\":\"0\"}}");
  }

  /** A tolerance that keeps the nearest of both metrics to its documented scale-down threshold. */
  @Test
  void theScaleDownToleranceFitsTheDocumentedThresholds() {
    create(Manifests.autoscaler("egress", "egress", 50));
    create(Manifests.autoscaler("sfu", "sfu", 60));

    assertThat(stored("egress", "{.spec.behavior.scaleDown.tolerance}")).isEqualTo("390m");
    assertThat(stored("sfu", "{.spec.behavior.scaleDown.tolerance}")).isEqualTo("410m");
  }

  @Test
  void aPartialBehaviorKeepsItsAuthorsValues() {
    create(
        Manifests.autoscaler(
            "partial",
            "",
            "partial",
            Manifests.cpuMetric(50)
                + """
                behavior:
                  scaleUp: {stabilizationWindowSeconds: 30}
                  scaleDown:
                    stabilizationWindowSeconds: 600
                    policies:
                    - {type: Pods, value: 2, periodSeconds: 90}
                """));

    assertThat(stored("partial", "{.spec.behavior}"))
        .isEqualTo(
            "{\"scaleDown\":{\"policies\":[{\"periodSeconds\":90,\"type\":\"Pods\",\"value\":2}],"
                + "\"selectPolicy\":\"Max\",\"stabilizationWindowSeconds\":600,"
                + "\"tolerance\":\"390m\"},\"scaleUp\":{"
                + API_DEFAULT_UP
                + ",\"stabilizationWindowSeconds\":30,\"tolerance\":\"0\"}}");
  }

  @Test
  void aScaleUpWindowOfZeroStays() {
    create(
        Manifests.autoscaler(
            "at-once",
            "",
            "at-once",
            Manifests.cpuMetric(50) + "behavior: {scaleUp: {stabilizationWindowSeconds: 0}}"));

    assertThat(stored("at-once", "{.spec.behavior.scaleUp.stabilizationWindowSeconds}"))
        .isEqualTo("0");
  }

  /** It was written before anybody said what its Deployment is. */
  @Test
  void aLabelEditLeavesAnIncompleteSpecAloneAndItsNextChangeCompletesIt() {
    create(Manifests.deployment("late", "annotations: {}", "{}"));
    create(Manifests.autoscaler("late", "late", 50));
    KUBECTL.run("label", "deployment", "late", "hpa-steward.dev/service-type=agent").output();

    Kubectl.Result labelled = KUBECTL.run("label", "hpa", "late", "team=voice");

    assertThat(labelled)
        .isEqualTo(
            new Kubectl.Result(
                0,
                "horizontalpodautoscaler.autoscaling/late labeled\n",
                """
                Warning: scale-up-threshold: cpu target 50 with tolerance 0.1 scales up at 56 %, documented is 50 %
                Warning: scale-up-threshold: set spec.behavior.scaleUp.tolerance to 0
                """));
    assertThat(stored("late", "{.spec.behavior}")).isEmpty();

    KUBECTL.run("patch", "hpa", "late", "--patch={\"spec\": {\"maxReplicas\": 11}}").output();
    assertThat(stored("late", "{.spec.behavior.scaleUp.stabilizationWindowSeconds}"))
        .isEqualTo("15");
  }

  private static void create(String manifest) {
    KUBECTL.runWithInput(manifest, "create", "-f", "-").output();
  }

  private static String stored(String name, String fields) {
    return KUBECTL.run("get", "hpa", name, "-o", "jsonpath=" + fields).output();
  }
}
