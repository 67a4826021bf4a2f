package dev.hpasteward.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataTest {

  @Test
  void argoCdsTrackingAnnotationMeansTracked() {
    assertThat(annotated("argocd.argoproj.io/tracking-id").trackedByGitOps()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"kustomize.toolkit.fluxcd.io/name", "helm.toolkit.fluxcd.io/name"})
  void fluxsLabelsMeanTracked(String label) {
    assertThat(labelled(label).trackedByGitOps()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "app.kubernetes.io/instance",
        "app.kubernetes.io/managed-by",
        "argocd.argoproj.io/tracking-id",
        "kustomize.toolkit.fluxcd.io/namespace"
      })
  void otherLabelsDoNot(String label) {
    assertThat(labelled(label).trackedByGitOps()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kustomize.toolkit.fluxcd.io/name",
        "helm.toolkit.fluxcd.io/name",
        "argocd.argoproj.io/sync-wave"
      })
  void otherAnnotationsDoNot(String annotation) {
    assertThat(annotated(annotation).trackedByGitOps()).isFalse();
  }

  @Test
  void labelsAndAnnotationsAreFoundByTheirKeys() {
    Metadata metadata = new Metadata("media", "example", Map.of("a", "1"), Map.of("b", "2"));

    assertThat(metadata.label("a")).contains("1");
    assertThat(metadata.label("b")).isEmpty();
    assertThat(metadata.annotation("b")).contains("2");
    assertThat(metadata.annotation("a")).isEmpty();
  }

  private static Metadata annotated(String key) {
    return new Metadata("media", "example", Map.of(), Map.of(key, ""));
  }

  private static Metadata labelled(String key) {
    return new Metadata("media", "example", Map.of(key, ""), Map.of());
  }
}
