package dev.hpasteward.model;

import java.time.Instant;
import java.util.List;
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
 * @param uid what tells it from others of its name; empty before it is stored
 * @param created when it was stored; empty before
 * @param owners who it says owns it
 */
public record Metadata(
    String namespace,
    String name,
    Map<String, String> labels,
    Map<String, String> annotations,
    Optional<String> uid,
    Optional<Instant> created,
    List<OwnerReference> owners) {

  private static final String ARGO_CD = "argocd.argoproj.io/tracking-id";
  private static final String FLUX_KUSTOMIZE = "kustomize.toolkit.fluxcd.io/name";
  private static final String FLUX_HELM = "helm.toolkit.fluxcd.io/name";

  public Metadata {
    labels = Map.copyOf(labels);
    annotations = Map.copyOf(annotations);
    owners = List.copyOf(owners);
  }

  /** Of an object that is not stored yet and that nobody owns. */
  public Metadata(
      String namespace, String name, Map<String, String> labels, Map<String, String> annotations) {
    this(namespace, name, labels, annotations, Optional.empty(), Optional.empty(), List.of());
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
