package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.EnforcedCluster;
import dev.hpasteward.controlplane.Kubectl;
import org.junit.jupiter.api.Test;

/** Prometheus finds the pods, and no rollout starts that nobody asked for. */
class DeploymentAnnotationsIT {

  private static final Kubectl KUBECTL =
      EnforcedCluster.running().kubectl(DeploymentAnnotationsIT.class);

  private static final String IMAGE = "image: livekit/server";
  private static final String FOUND = "prometheus.io/port: '1'";
  private static final String TRACKED =
      "annotations: {argocd.argoproj.io/tracking-id: voice}, labels: {hpa-steward.dev/service-type: sfu}";

  DeploymentAnnotationsIT() {}

  @Test
  void aNewDeploymentGetsThePolicysPort() {
    assertThat(create(Manifests.deployment("plain", "sfu")).stderr()).isEmpty();

    assertThat(annotations("plain")).isEqualTo(scraped("6789"));
  }

  @Test
  void aContainerPortNamedMetricsWinsOverThePolicys() {
    create(
        Manifests.deployment("own-port", "sfu")
            .replace(IMAGE, IMAGE + ", ports: [{name: metrics, containerPort: 7777}]"));

    assertThat(annotations("own-port")).isEqualTo(scraped("7777"));
  }

  /** SIP serves no metrics until its prometheus_port is set, so there is no port to write. */
  @Test
  void aServiceTypeWithoutAPortGetsNoAnnotation() {
    create(Manifests.deployment("no-port", "sip"));

    assertThat(annotations("no-port")).isEmpty();
  }

  @Test
  void noRolloutStartsUntilItsAuthorChangesTheTemplate() {
    create(Manifests.deployment("late", "annotations: {}", "{}"));

    KUBECTL.run("label", "deployment", "late", "hpa-steward.dev/service-type=sfu").output();
    KUBECTL.run("scale", "deployment", "late", "--replicas=3").output();

    assertThat(annotations("late")).isEmpty();

    KUBECTL.run("set", "image", "deployment", "late", "main=livekit/server:v2").output();
    assertThat(annotations("late")).isEqualTo(scraped("6789"));
  }

  @Test
  void anotherValueIsCorrectedOnANewDeploymentWithAWarning() {
    Kubectl.Result created =
        create(
            Manifests.deployment(
                "corrected", "labels: {hpa-steward.dev/service-type: sfu}", "{" + FOUND + "}"));

    assertThat(created.stderr())
        .startsWith(
            "Warning: annotation-mismatch: corrected spec.template.metadata.annotations[prometheus.io/port] from \"1\" to ")
        .hasLineCount(1);
    assertThat(annotations("corrected")).isEqualTo(scraped("6789"));
  }

  @Test
  void anotherValueOnATrackedDeploymentIsOnlyWarnedAbout() {
    Kubectl.Result created = create(Manifests.deployment("tracked", TRACKED, "{" + FOUND + "}"));

    assertThat(created.stderr())
        .isEqualTo(
            """
            Warning: annotation-mismatch: spec.template.metadata.annotations[prometheus.io/port]: found "1", allowed "6789"
            Warning: annotation-mismatch: set it to "6789" or remove it
            """);
    assertThat(annotations("tracked")).isEqualTo(scraped("1"));
  }

  @Test
  void aDeploymentThatIsAppliedAgainIsUnchanged() {
    String file = Manifests.deployment("again", "livekit-egress");
    KUBECTL.runWithInput(file, "apply", "-f", "-").output();

    assertThat(KUBECTL.runWithInput(file, "apply", "-f", "-").output())
        .isEqualTo("deployment.apps/again unchanged\n");
    assertThat(annotations("again")).isEqualTo(scraped("9090"));
  }

  private static Kubectl.Result create(String manifest) {
    Kubectl.Result result = KUBECTL.runWithInput(manifest, "create", "-f", "-");
    result.output();
    return result;
  }

  private static String annotations(String name) {
    return KUBECTL
        .run("get", "deployment", name, "-o", "jsonpath={.spec.template.metadata.annotations}")
        .output();
  }

  private static String scraped(String port) {
    return "{\"prometheus.io/path\":\"/metrics\",\"prometheus.io/port\":\"%s\",\"prometheus.io/scrape\":\"true\"}"
        .formatted(port);
  }
}
