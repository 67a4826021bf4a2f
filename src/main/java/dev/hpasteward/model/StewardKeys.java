package dev.hpasteward.model;

import java.util.Set;

/** The labels and annotations that people write; fixed, since manifests depend on them. */
public final class StewardKeys {

  /** What all our keys start with. */
  public static final String PREFIX = "hpa-steward.dev/";

  /** Label on a Deployment or HPA: which service type of the policy it is. */
  public static final String SERVICE_TYPE = "hpa-steward.dev/service-type";

  /** Annotation on a Deployment: minReplicas of its generated HPA. */
  public static final String MIN_REPLICAS = "hpa-steward.dev/min-replicas";

  /** Annotation on a Deployment: maxReplicas of its generated HPA. */
  public static final String MAX_REPLICAS = "hpa-steward.dev/max-replicas";

  /** Annotation on a Deployment: the reconciler leaves it alone until then (RFC 3339 or a date). */
  public static final String PAUSED_UNTIL = "hpa-steward.dev/paused-until";

  /** Annotation on an HPA or its Deployment: rule ids to be exempt from, separated by commas. */
  public static final String EXEMPT = "hpa-steward.dev/exempt";

  /** Annotation beside {@link #EXEMPT}: why. */
  public static final String EXEMPT_REASON = "hpa-steward.dev/exempt-reason";

  /** Annotation beside {@link #EXEMPT}: its end (RFC 3339, or a date, which means its end, UTC). */
  public static final String EXEMPT_UNTIL = "hpa-steward.dev/exempt-until";

  /** Annotation that we write beside {@link #EXEMPT}: when it was first granted (RFC 3339). */
  public static final String EXEMPT_SINCE = "hpa-steward.dev/exempt-since";

  /** Annotation that we write on generated HPAs: the version of the policy that they follow. */
  public static final String POLICY_VERSION = "hpa-steward.dev/policy-version";

  /** Annotation on an HPA: {@code "true"} lets the reconciler take it over and keep it right. */
  public static final String ADOPT = "hpa-steward.dev/adopt";

  /** The field manager of all that we apply. */
  public static final String FIELD_MANAGER = "hpa-steward";

  /** Label on what we generate. */
  public static final String MANAGED_BY = "app.kubernetes.io/managed-by";

  /** Its value. */
  public static final String STEWARD = "hpa-steward";

  /** Every annotation of ours that an object may have. */
  public static final Set<String> ANNOTATIONS =
      Set.of(
          MIN_REPLICAS,
          MAX_REPLICAS,
          PAUSED_UNTIL,
          EXEMPT,
          EXEMPT_REASON,
          EXEMPT_UNTIL,
          EXEMPT_SINCE,
          POLICY_VERSION,
          ADOPT);

  /** Every label of ours that an object may have. */
  public static final Set<String> LABELS = Set.of(SERVICE_TYPE);

  private StewardKeys() {}
}
