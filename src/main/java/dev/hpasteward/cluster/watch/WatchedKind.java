package dev.hpasteward.cluster.watch;

import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;

/**
 * A kind that is watched in the whole cluster: our service account needs {@code get}, {@code list}
 * and {@code watch} on each.
 */
public enum WatchedKind {
  DEPLOYMENTS("apps", "v1", "Deployment", "deployments", true),
  AUTOSCALERS("autoscaling", "v2", "HorizontalPodAutoscaler", "horizontalpodautoscalers", true),
  NAMESPACES("", "v1", "Namespace", "namespaces", true),
  SCALED_OBJECTS("keda.sh", "v1alpha1", "ScaledObject", "scaledobjects", false),
  VERTICAL_AUTOSCALERS(
      "autoscaling.k8s.io", "v1", "VerticalPodAutoscaler", "verticalpodautoscalers", false),
  SCALING_POLICIES("hpa-steward.dev", "v1", "ScalingPolicy", "scalingpolicies", false);

  private final String group;
  private final String version;
  private final String kind;
  private final String plural;
  private final boolean mandatory;

  WatchedKind(String group, String version, String kind, String plural, boolean mandatory) {
    this.group = group;
    this.version = version;
    this.kind = kind;
    this.plural = plural;
    this.mandatory = mandatory;
  }

  /** Its name in manifests. */
  public String kind() {
    return kind;
  }

  /** Whether every API server has it; else it comes and goes with a CRD. */
  public boolean mandatory() {
    return mandatory;
  }

  /** Where the API server lists the resources of this group and version. */
  public String discoveryPath() {
    return "/apis/" + group + "/" + version;
  }

  /** How the client finds it. */
  public ResourceDefinitionContext context() {
    return new ResourceDefinitionContext.Builder()
        .withGroup(group)
        .withVersion(version)
        .withKind(kind)
        .withPlural(plural)
        .withNamespaced(this != NAMESPACES && this != SCALING_POLICIES)
        .build();
  }
}
