package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.EnforcedCluster;
import dev.hpasteward.controlplane.Kubectl;
import org.junit.jupiter.api.Test;

/** Deployments whose label or annotations nobody could act on, and those that are not ours. */
class RefusedDeploymentIT {

  private static final Kubectl KUBECTL =
      EnforcedCluster.running().kubectl(RefusedDeploymentIT.class);

  RefusedDeploymentIT() {}

  @Test
  void anUnknownServiceTypeIsRefusedWithTheNearestKnownOne() {
    assertRefused(
        "typo",
        Manifests.deployment("typo", "livekit-egres"),
        " breaks the scaling strategy",
        """
        unknown-service-type: metadata.labels[hpa-steward.dev/service-type]: found "livekit-egres", allowed livekit-egress, sip, sfu, agent
          fix: set it to livekit-egress
        """);
  }

  @Test
  void invalidAnnotationsAreRefusedAllAtOnce() {
    assertRefused(
        "annotated",
        Manifests.deployment(
            "annotated",
            "labels: {hpa-steward.dev/service-type: sip}, annotations:"
                + " {hpa-steward.dev/min-replicas: two, hpa-steward.dev/paused-until: soon}",
            "{}"),
        " breaks the scaling strategy for sip in 2 places",
        """
        invalid-annotation: metadata.annotations[hpa-steward.dev/min-replicas]: found "two", allowed a whole number from 1 to 999999
          fix: write the number of replicas, such as "2"
        invalid-annotation: metadata.annotations[hpa-steward.dev/paused-until]: found "soon", allowed a time (RFC 3339) or a date
          fix: write it as 2026-12-31 or 2026-12-31T18:00:00Z
        """);
  }

  @Test
  void whatHasNoLabelIsLeftAloneWithoutAWord() {
    String deployment = Manifests.deployment("free", "annotations: {}", "{}");
    String autoscaler = Manifests.autoscaler("free", "free", 95);

    Kubectl.Result applied = KUBECTL.runWithInput(deployment + autoscaler, "apply", "-f", "-");

    assertThat(applied)
        .isEqualTo(
            new Kubectl.Result(
                0,
                """
                deployment.apps/free created
                horizontalpodautoscaler.autoscaling/free created
                """,
                ""));
    assertThat(
            KUBECTL
                .run("get", "deployment", "free", "-o", "jsonpath={.spec.template.metadata}")
                .output())
        .isEqualTo("{\"labels\":{\"app\":\"free\"}}");
    assertThat(KUBECTL.run("get", "hpa", "free", "-o", Service.stored()).output())
        .isEqualTo("/ / cpu=95 ");
  }

  private static void assertRefused(String name, String manifest, String heading, String findings) {
    assertThat(Refusal.withoutOffer(KUBECTL.runWithInput(manifest, "apply", "-f", "-")))
        .isEqualTo(
            new Kubectl.Result(
                1,
                "",
                "Error from server (Forbidden): error when creating \"STDIN\": admission webhook"
                    + " \"deployments.validate.hpa-steward.dev\" denied the request: Deployment "
                    + KUBECTL.namespace()
                    + "/"
                    + name
                    + heading
                    + "\n"
                    + findings));
    assertThat(KUBECTL.run("get", "deployment", name, "--ignore-not-found").output()).isEmpty();
  }
}
