package dev.hpasteward.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which labels a generated HPA may get from its Deployment. */
class GenerationTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "app.kubernetes.io/instance",
        "app.kubernetes.io/managed-by",
        "argocd.argoproj.io/instance",
        "argocd.argoproj.io/anything",
        "fluxcd.io/sync-gc-mark",
        "kustomize.toolkit.fluxcd.io/name",
        "helm.toolkit.fluxcd.io/namespace",
        "helm.sh/chart",
        "hpa-steward.dev/service-type",
      })
  void whatSaysWhoseAnObjectIsIsNeverCopied(String key) {
    assertThat(Generation.mayBeCopied(key)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "team",
        "app",
        "instance",
        "app.kubernetes.io/name",
        "app.kubernetes.io/part-of",
        "example.com/helm.sh",
        "nothelm.sh/chart",
        "myfluxcd.io/name",
        "my-hpa-steward.dev/x",
        "helm.sh.example.com/x",
      })
  void otherLabelsMayBe(String key) {
    assertThat(Generation.mayBeCopied(key)).isTrue();
  }

  @Test
  void nothingIsCopiedByDefault() {
    assertThat(Generation.DEFAULT).isEqualTo(new Generation(30, 10, Set.of()));
  }
}
