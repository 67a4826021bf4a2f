package dev.hpasteward.cluster.listing;

import java.util.List;
import java.util.Optional;

/**
 * A kind of objects to list.
 *
 * @param apiVersion group and version that they are read in
 * @param kind the kind
 * @param resource its name in paths
 * @param namespaced whether its objects are in namespaces
 * @param optional whether a cluster may not know it
 */
record ListedKind(
    String apiVersion, String kind, String resource, boolean namespaced, boolean optional) {

  /** What says something about scaling, or about the mode. */
  static final List<ListedKind> ALL =
      List.of(
          new ListedKind("v1", "Namespace", "namespaces", false, false),
          new ListedKind("apps/v1", "Deployment", "deployments", true, false),
          new ListedKind(
              "autoscaling/v2", "HorizontalPodAutoscaler", "horizontalpodautoscalers", true, false),
          new ListedKind("keda.sh/v1alpha1", "ScaledObject", "scaledobjects", true, true),
          new ListedKind(
              "autoscaling.k8s.io/v1",
              "VerticalPodAutoscaler",
              "verticalpodautoscalers",
              true,
              true));

  /** Where they are, all of them or those of a namespace; of Namespaces, that one. */
  String path(Optional<String> namespace) {
    String base = (apiVersion.indexOf('/') < 0 ? "/api/" : "/apis/") + apiVersion;
    if (namespaced && namespace.isPresent()) {
      return "%s/namespaces/%s/%s?".formatted(base, namespace.get(), resource);
    }
    return namespace
        .map(name -> "%s/%s?fieldSelector=metadata.name%%3D%s&".formatted(base, resource, name))
        .orElseGet(() -> "%s/%s?".formatted(base, resource));
  }
}
