package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.EnforcedCluster;
import dev.hpasteward.controlplane.Kubectl;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Git holds the metrics of what Argo CD and Flux apply: no list of theirs is ever touched. */
class GitOpsTrackedIT {

  private static final Kubectl KUBECTL = EnforcedCluster.running().kubectl(GitOpsTrackedIT.class);
  private static final String METRICS = "jsonpath={.spec.metrics[*].type}";
  private static final String ADD = "  fix: add ";

  GitOpsTrackedIT() {}

  /** Each autoscaler has its own: a second one for the same Deployment is refused. */
  @BeforeAll
  static void createDeployments() {
    String all =
        Stream.of("argo-cd", "flux-kustomize", "flux-helm", "helm-installed")
            .map(name -> Manifests.deployment(name, "livekit-egress"))
            .collect(Collectors.joining());
    KUBECTL.runWithInput(all, "create", "-f", "-").output();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          argo-cd        | , annotations: {argocd.argoproj.io/tracking-id: 'voice:autoscaling/HorizontalPodAutoscaler:a/b'}
          flux-kustomize | , labels: {kustomize.toolkit.fluxcd.io/name: voice, kustomize.toolkit.fluxcd.io/namespace: flux-system}
          flux-helm      | , labels: {helm.toolkit.fluxcd.io/name: voice, helm.toolkit.fluxcd.io/namespace: flux-system}
          """,
      quoteCharacter = '"')
  void aMissingMetricIsRefusedWithASnippetThatMakesTheManifestPass(String name, String metadata) {
    String incomplete = Manifests.autoscaler(name, metadata, name, Manifests.cpuMetric(50));

    Kubectl.Result refused = KUBECTL.runWithInput(incomplete, "apply", "-f", "-");

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.stderr())
        .contains(
            "missing-metric: spec.metrics: found no memory metric, allowed Resource memory, averageUtilization 65\n",
            "missing-metric: spec.metrics: found no livekit_egress_available metric, allowed Pods livekit_egress_available, averageValue 1\n");
    assertThat(KUBECTL.run("get", "hpa", name, "--ignore-not-found").output()).isEmpty();

    String snippet =
        refused
            .stderr()
            .lines()
            .filter(line -> line.startsWith(ADD))
            .map(line -> line.substring(ADD.length()))
            .collect(Collectors.joining("\n"));
    String mended = Manifests.autoscaler(name, metadata, name, Manifests.cpuMetric(50) + snippet);
    assertThat(KUBECTL.runWithInput(mended, "apply", "-f", "-"))
        .isEqualTo(
            new Kubectl.Result(
                0,
                "horizontalpodautoscaler.autoscaling/" + name + " created\n",
                Service.EGRESS.warnings()));
    assertThat(KUBECTL.run("get", "hpa", name, "-o", Service.stored()).output())
        .isEqualTo(Service.EGRESS.completed());
    assertThat(KUBECTL.runWithInput(mended, "apply", "-f", "-").stdout())
        .isEqualTo("horizontalpodautoscaler.autoscaling/" + name + " unchanged\n");
  }

  @Test
  void theInstanceLabelAloneIsNoSignOfGit() {
    KUBECTL
        .runWithInput(
            Manifests.autoscaler(
                "helm-installed",
                ", labels: {app.kubernetes.io/instance: voice}",
                "helm-installed",
                Manifests.cpuMetric(50)),
            "apply",
            "-f",
            "-")
        .output();

    assertThat(KUBECTL.run("get", "hpa", "helm-installed", "-o", METRICS).output())
        .isEqualTo("Resource Resource Pods");
  }
}
