package dev.hpasteward.controlplane;

import java.util.Locale;

/** Manifests of kinds that a cluster may have: what others install them for is left out. */
public final class OptionalKind {

  /** KEDA's. */
  public static final String SCALED_OBJECTS =
      manifest("keda.sh", "v1alpha1", "ScaledObject", "scaledobjects");

  /** The Vertical Pod Autoscaler's. */
  public static final String VERTICAL_AUTOSCALERS =
      manifest("autoscaling.k8s.io", "v1", "VerticalPodAutoscaler", "verticalpodautoscalers");

  /** cert-manager's. */
  public static final String ISSUERS = manifest("cert-manager.io", "v1", "Issuer", "issuers");

  /** cert-manager's. */
  public static final String CERTIFICATES =
      manifest("cert-manager.io", "v1", "Certificate", "certificates");

  private OptionalKind() {}

  private static String manifest(String group, String version, String kind, String plural) {
    return """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata:
          name: %s.%s
          annotations: {api-approved.kubernetes.io: unapproved}
        spec:
          group: %s
          scope: Namespaced
          names: {kind: %s, plural: %s, singular: %s, listKind: %sList}
          versions:
          - name: %s
            served: true
            storage: true
            schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object, x-kubernetes-preserve-unknown-fields: true}}}}
        """
        .formatted(
            plural, group, group, kind, plural, kind.toLowerCase(Locale.ROOT), kind, version);
  }
}
