package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.EnforcedNamespace;
import dev.hpasteward.controlplane.Kubectl;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * {@code serve --policy}: headroom metrics, numbers rewritten, bounds, a service type of its own.
 */
class OtherPolicyIT {

  private static final EnforcedNamespace NAMESPACE =
      EnforcedNamespace.of(
          OtherPolicyIT.class, Path.of("src", "test", "resources", "acceptance", "policy.yaml"));

  private static final String WINDOWS =
      "{.spec.behavior.scaleUp.stabilizationWindowSeconds}"
          + " {.spec.behavior.scaleDown.stabilizationWindowSeconds}";

  private static final Kubectl KUBECTL = NAMESPACE.kubectl();

  OtherPolicyIT() {}

  /** Each autoscaler has its own: a second one for the same Deployment is refused. */
  @BeforeAll
  static void createDeployments() {
    create(
            Manifests.deployment("headroom", "livekit-egress")
                + Manifests.deployment("rewritten", "livekit-egress")
                + Manifests.deployment("ceiling", "livekit-egress")
                + Manifests.deployment("override", "livekit-egress")
                + Manifests.deployment("web", "web")
                + Manifests.deployment("quick", "web"))
        .output();
  }

  @AfterAll
  static void endProgram() {
    NAMESPACE.close();
  }

  @Test
  void aMissingFreeCapacityMetricIsAddedInTheHeadroomForm() {
    assertThat(create(egress("headroom", "minReplicas: 2\n" + Manifests.cpuMetric(55))))
        .isEqualTo(created("headroom", ""));

    assertThat(stored("headroom", "{.spec.metrics[1]}"))
        .isEqualTo(
            "{\"external\":{\"metric\":{\"name\":\"livekit_egress_needed\"},"
                + "\"target\":{\"averageValue\":\"1\",\"type\":\"AverageValue\"}},\"type\":\"External\"}");
    assertThat(stored("headroom", WINDOWS)).isEqualTo("30 600");
  }

  @Test
  void aNumberThatContradictsThePolicyIsRewrittenAndSaid() {
    assertThat(create(egress("rewritten", Manifests.cpuMetric(90))))
        .isEqualTo(
            created(
                "rewritten",
                """
                Warning: cpu-target: corrected spec.metrics[0].resource.target.averageUtilization from 90 to 55
                Warning: replica-bounds: corrected spec.minReplicas from 1 to 2
                """));

    assertThat(
            stored(
                "rewritten",
                "{.spec.minReplicas} {.spec.metrics[0].resource.target.averageUtilization}"))
        .isEqualTo("2 55");
  }

  /**
   * A maximum below the running replicas would remove the rest at once: nobody rewrites it. This
   * policy neither limits exemptions nor has a namespace label for restoring a backup.
   */
  @Test
  void aMaximumAboveTheCeilingIsRefused() {
    String tooMany =
        egress("ceiling", "minReplicas: 2\n" + Manifests.cpuMetric(55))
            .replace("maxReplicas: 10", "maxReplicas: 13");

    Kubectl.Result refused = create(tooMany);

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.stderr())
        .endsWith(
            """
            /ceiling breaks the scaling strategy for livekit-egress
            replica-bounds: spec.maxReplicas: found 13, allowed at most 12
              fix: set it to 12
            If it must be so for a while, exempt it in metadata.annotations:
              hpa-steward.dev/exempt: replica-bounds
              hpa-steward.dev/exempt-reason: <why>
              hpa-steward.dev/exempt-until: <the last day>
            """);
  }

  @Test
  void anOverrideAboveTheCeilingIsRefused() {
    Kubectl.Result refused =
        KUBECTL.run("annotate", "deployment", "override", "hpa-steward.dev/max-replicas=13");

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(Refusal.withoutOffer(refused).stderr())
        .endsWith(
            """
            replica-bounds: metadata.annotations[hpa-steward.dev/max-replicas]: found 13, allowed at most 12
              fix: set it to 12
            """);
  }

  @Test
  void anotherServiceTypeHasItsOwnNumbers() {
    assertThat(create(Manifests.autoscaler("web", "web", 70))).isEqualTo(created("web", ""));

    assertThat(stored("web", WINDOWS)).isEqualTo("15 60");
  }

  /** The API server fills in a scale-up window of 0 before we see it; that is short enough. */
  @Test
  void aRuleThatOnlyWarnsLeavesTheNumberAlone() {
    String quick =
        Manifests.autoscaler(
            "quick",
            "",
            "quick",
            Manifests.cpuMetric(70) + "behavior: {scaleDown: {stabilizationWindowSeconds: 10}}");

    assertThat(create(quick))
        .isEqualTo(
            created(
                "quick",
                """
                Warning: scale-down-window: spec.behavior.scaleDown.stabilizationWindowSeconds: found 10, allowed at least 60
                Warning: scale-down-window: set it to 60
                """));

    assertThat(stored("quick", WINDOWS)).isEqualTo("0 10");
  }

  @Test
  void aServiceTypeOfTheEmbeddedPolicyIsUnknownHere() {
    assertThat(create(Manifests.deployment("sip", "sip")).stderr())
        .contains("found \"sip\", allowed livekit-egress, web\n");
  }

  private static String egress(String name, String rest) {
    return Manifests.autoscaler(name, "", name, rest);
  }

  private static Kubectl.Result create(String manifest) {
    return KUBECTL.runWithInput(manifest, "create", "-f", "-");
  }

  private static Kubectl.Result created(String name, String warnings) {
    return new Kubectl.Result(
        0, "horizontalpodautoscaler.autoscaling/" + name + " created\n", warnings);
  }

  private static String stored(String name, String fields) {
    return KUBECTL.run("get", "hpa", name, "-o", "jsonpath=" + fields).output();
  }
}
