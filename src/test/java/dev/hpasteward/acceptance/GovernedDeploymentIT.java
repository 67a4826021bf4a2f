package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.EnforcedCluster;
import dev.hpasteward.controlplane.Kubectl;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What is said of a Deployment under policy, and how one leaves it. */
class GovernedDeploymentIT {

  private static final EnforcedCluster CLUSTER = EnforcedCluster.running();
  private static final Kubectl KUBECTL = CLUSTER.kubectl(GovernedDeploymentIT.class);

  private static final String TYPE = "hpa-steward.dev/service-type";

  GovernedDeploymentIT() {}

  @Test
  void itsLabelMayNotBeTakenAwayOrChanged() {
    create(Manifests.deployment("kept", "agent")).output();

    assertThat(KUBECTL.run("label", "deployment", "kept", TYPE + "-"))
        .isEqualTo(removed("kept", "", "no such label"));
    assertThat(KUBECTL.run("label", "deployment", "kept", "--overwrite", TYPE + "=sfu"))
        .isEqualTo(removed("kept", " for sfu", "\"sfu\""));
    assertThat(KUBECTL.run("label", "deployment", "kept", "--overwrite", TYPE + "=agnet").stderr())
        .contains("unknown-service-type: ", "fix: set it to agent");

    assertThat(type(KUBECTL, "kept")).isEqualTo("agent");
  }

  @Test
  void anExemptionLetsItGo() {
    create(Manifests.deployment("exempt", "agent")).output();
    KUBECTL
        .run(
            "annotate",
            "deployment",
            "exempt",
            "hpa-steward.dev/exempt=service-type-removed",
            "hpa-steward.dev/exempt-reason=moves to another team",
            "hpa-steward.dev/exempt-until=" + Exemptions.day(1))
        .output();

    assertThat(KUBECTL.run("label", "deployment", "exempt", TYPE + "-"))
        .isEqualTo(
            new Kubectl.Result(
                0,
                "deployment.apps/exempt unlabeled\n",
                "Warning: service-type-removed: exempt until %s (1 days left): moves to another team\n"
                    .formatted(Exemptions.day(1))));
    assertThat(type(KUBECTL, "exempt")).isEmpty();
  }

  @Test
  void whereTheModeIsOffItGoesWithoutAWord() {
    Kubectl kubectl = BrownfieldNamespace.of(GovernedDeploymentIT.class).kubectl();
    kubectl.runWithInput(Manifests.deployment("spared", "agent"), "create", "-f", "-").output();

    assertThat(kubectl.run("label", "deployment", "spared", TYPE + "-"))
        .isEqualTo(new Kubectl.Result(0, "deployment.apps/spared unlabeled\n", ""));
  }

  @Test
  void anAutoscalerThatSaysAnotherTypeIsRefused() {
    create(Manifests.deployment("mismatch", "agent")).output();

    Kubectl.Result refused =
        create(
            Manifests.autoscaler(
                "mismatch", ", labels: {" + TYPE + ": sfu}", "mismatch", Manifests.cpuMetric(60)));

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.stderr())
        .contains(
            """
            service-type-mismatch: metadata.labels[hpa-steward.dev/service-type]: found "sfu", allowed agent, as Deployment mismatch says
              fix: set it to agent or remove it
            """);
  }

  @Test
  void aMisspeltAnnotationIsToldWithTheNearestKey() {
    assertThat(
            create(
                Manifests.deployment(
                    "misspelt",
                    "labels: {"
                        + TYPE
                        + ": agent}, annotations: {hpa-steward.dev/min-replica: '2'}",
                    "{}")))
        .isEqualTo(
            created(
                "misspelt",
                """
                Warning: unknown-annotation: metadata.annotations[hpa-steward.dev/min-replica]: found a key that means nothing, allowed a key of
                Warning: unknown-annotation: ours
                Warning: unknown-annotation: write hpa-steward.dev/min-replicas
                """));
  }

  @Test
  void missingRequestsAndAShortGracePeriodAreToldAndAdmitted() {
    String bare =
        Manifests.deployment("bare", "agent")
            .replaceFirst("      terminationGracePeriodSeconds: .*\n", "")
            .replace(", resources: {requests: {cpu: 500m, memory: 1Gi}}", "");

    assertThat(create(bare))
        .isEqualTo(
            created(
                "bare",
                """
                Warning: missing-requests: container main has no cpu request, so no HPA can scale this on cpu
                Warning: missing-requests: set resources.requests.cpu of container main
                Warning: short-grace-period: spec.template.spec.terminationGracePeriodSeconds: found 30, allowed at least 600
                Warning: short-grace-period: set it to 600, so that sessions can end before a pod goes
                """));
    assertThat(
            KUBECTL.run("set", "image", "deployment", "bare", "main=livekit/server:v2").exitCode())
        .isZero();
  }

  @Test
  void itIsToldWhatIsWrongWithAnAutoscalerThatWasThereBefore() {
    assertThat(create(Manifests.autoscaler("late", "late", 80)))
        .isEqualTo(new Kubectl.Result(0, "horizontalpodautoscaler.autoscaling/late created\n", ""));
    String deployment = Manifests.deployment("late", "agent");
    // The HPA is known through a watch.
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(50))
        .until(
            () ->
                !KUBECTL
                    .runWithInput(deployment, "create", "--dry-run=server", "-f", "-")
                    .stderr()
                    .isEmpty());

    assertThat(create(deployment))
        .isEqualTo(
            created(
                "late",
                """
                Warning: HPA late: cpu-target: spec.metrics[0].resource.target.averageUtilization: found 80, allowed at most 50
                """));
  }

  @Test
  void reviewsAndLookupsAreCounted() {
    create(Manifests.deployment("counted", "agent")).output();
    Metrics before = metrics();

    create(Manifests.autoscaler("counted", "counted", 80));
    create(Manifests.autoscaler("counted", "counted", 50)).output();
    create(Manifests.autoscaler("nobody", "nobody", 80)).output();

    assertThat(reviews("validate", "denied") - before.sum(review("validate", "denied")))
        .isEqualTo(1);
    // A controller that writes a Deployment would be counted too.
    assertThat(reviews("validate", "allowed") - before.sum(review("validate", "allowed")))
        .isGreaterThanOrEqualTo(2);
    assertThat(reviews("mutate", "allowed") - before.sum(review("mutate", "allowed")))
        .isGreaterThanOrEqualTo(3);
    assertThat(lookups("found") - before.sum(lookup("found"))).isEqualTo(4);
    assertThat(lookups("missing") - before.sum(lookup("missing"))).isEqualTo(2);
  }

  private static double reviews(String webhook, String verdict) {
    return metrics().sum(review(webhook, verdict));
  }

  private static String[] review(String webhook, String verdict) {
    return new String[] {
      "hpa_steward_reviews_total{", "webhook=\"" + webhook + "\"", "verdict=\"" + verdict + "\""
    };
  }

  private static double lookups(String outcome) {
    return metrics().sum(lookup(outcome));
  }

  private static String[] lookup(String outcome) {
    return new String[] {"hpa_steward_target_lookups_total{", "outcome=\"" + outcome + "\""};
  }

  private static Metrics metrics() {
    return Metrics.of(CLUSTER.managementPort());
  }

  private static Kubectl.Result removed(String name, String strategy, String found) {
    return new Kubectl.Result(
        1,
        "",
        """
        Error from server (Forbidden): admission webhook "deployments.validate.hpa-steward.dev" denied the request: Deployment %2$s/%1$s breaks the scaling strategy%3$s
        service-type-removed: metadata.labels[hpa-steward.dev/service-type]: found %4$s, allowed agent, as before
          fix: put it back, or delete the object and create it anew
        If it must be so for a while, exempt it in metadata.annotations:
          hpa-steward.dev/exempt: service-type-removed
          hpa-steward.dev/exempt-reason: <why>
          hpa-steward.dev/exempt-until: <a day until %5$s>
        """
            .formatted(name, KUBECTL.namespace(), strategy, found, Exemptions.day(90)));
  }

  private static Kubectl.Result created(String name, String warnings) {
    return new Kubectl.Result(0, "deployment.apps/" + name + " created\n", warnings);
  }

  private static Kubectl.Result create(String manifest) {
    return KUBECTL.runWithInput(manifest, "create", "-f", "-");
  }

  private static String type(Kubectl kubectl, String name) {
    return kubectl
        .run(
            "get",
            "deployment",
            name,
            "-o",
            "jsonpath={.metadata.labels.hpa-steward\\.dev/service-type}")
        .output();
  }
}
