package dev.hpasteward.model;

import java.util.Map;
import java.util.Optional;

/**
 * What an object says about itself.
 *
 * @param namespace its namespace
 * @param name its name; with {@code generateName} and no name yet, that prefix followed by {@code
 *     *}
 * @param labels its labels
 * @param annotations its annotations
 */
public record Metadata(
    String namespace, String name, Map<String, String> labels, Map<String, String> annotations) {

  private static final String ARGO_CD = "argocd.argoproj.io/tracking-id";
  private static final String FLUX_KUSTOMIZE = "kustomize.toolkit.fluxcd.io/name";
  private static final String FLUX_HELM = "helm.toolkit.fluxcd.io/name";

  public Metadata {
    labels = Map.copyOf(labels);
    annotations = Map.copyOf(annotations);
  }

  public Optional<String> label(String key) {
    return Optional.ofNullable(labels.get(key));
  }

  public Optional<String> annotation(String key) {
    return Optional.ofNullable(annotations.get(key));
  }

  /** Whether Argo CD or Flux compares this object with Git, so that values in it are Git's. */
  public boolean trackedByGitOps() {
    return annotations.containsKey(ARGO_CD)
        || labels.containsKey(FLUX_KUSTOMIZE)
        || labels.containsKey(FLUX_HELM);
  }
}
