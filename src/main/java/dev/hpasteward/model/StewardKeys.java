package dev.hpasteward.model;

/** The labels and annotations that people write; fixed, since manifests depend on them. */
public final class StewardKeys {

  /** Label on a Deployment or HPA: which service type of the policy it is. */
  public static final String SERVICE_TYPE = "hpa-steward.dev/service-type";

  /** Annotation on a Deployment: minReplicas of its generated HPA. */
  public static final String MIN_REPLICAS = "hpa-steward.dev/min-replicas";

  /** Annotation on a Deployment: maxReplicas of its generated HPA. */
  public static final String MAX_REPLICAS = "hpa-steward.dev/max-replicas";

  /** Annotation on a Deployment: the reconciler leaves it alone until then (RFC 3339 or a date). */
  public static final String PAUSED_UNTIL = "hpa-steward.dev/paused-until";

  private StewardKeys() {}
}
