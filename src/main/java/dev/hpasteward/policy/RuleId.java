package dev.hpasteward.policy;

import static dev.hpasteward.policy.Action.DENY;
import static dev.hpasteward.policy.Action.WARN;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules, by the names that people meet in messages, policies and exemptions, each with the
 * action that holds unless the policy names another.
 */
public enum RuleId {
  UNKNOWN_SERVICE_TYPE("unknown-service-type", DENY),
  INVALID_ANNOTATION("invalid-annotation", DENY),
  CPU_TARGET("cpu-target", DENY),
  MEMORY_TARGET("memory-target", DENY),
  CUSTOM_METRIC_TARGET("custom-metric-target", DENY),
  MISSING_METRIC("missing-metric", DENY),
  METRIC_TYPE("metric-type", DENY),
  SCALE_UP_WINDOW("scale-up-window", DENY),
  SCALE_DOWN_WINDOW("scale-down-window", DENY),
  WINDOW_ORDER("window-order", DENY),
  SCALE_UP_DISABLED("scale-up-disabled", DENY),
  SCALE_UP_TOLERANCE("scale-up-tolerance", DENY),
  REPLICA_BOUNDS("replica-bounds", DENY),
  SERVICE_TYPE_MISMATCH("service-type-mismatch", DENY),
  SERVICE_TYPE_REMOVED("service-type-removed", DENY),
  DUPLICATE_AUTOSCALER("duplicate-autoscaler", DENY),
  INVALID_EXEMPTION("invalid-exemption", DENY),
  INVERTED_METRIC("inverted-metric", WARN),
  PLACEHOLDER_METRIC("placeholder-metric", WARN),
  SCALE_UP_THRESHOLD("scale-up-threshold", WARN),
  SCALE_DOWN_THRESHOLD("scale-down-threshold", WARN),
  SCALE_UP_RATE("scale-up-rate", WARN),
  EXTRA_METRIC("extra-metric", WARN),
  SCALE_DOWN_DISABLED("scale-down-disabled", WARN),
  TARGET_NOT_FOUND("target-not-found", WARN),
  ANNOTATION_MISMATCH("annotation-mismatch", WARN),
  SCALE_DOWN_RATE("scale-down-rate", WARN),
  STATIC_REPLICAS("static-replicas", WARN),
  MISSING_REQUESTS("missing-requests", WARN),
  SHORT_GRACE_PERIOD("short-grace-period", WARN),
  UNKNOWN_ANNOTATION("unknown-annotation", WARN),
  VERTICAL_AUTOSCALER("vertical-autoscaler", WARN);

  private static final Map<String, RuleId> BY_ID =
      Stream.of(values()).collect(Collectors.toUnmodifiableMap(RuleId::id, Function.identity()));

  private final String id;
  private final Action defaultAction;

  RuleId(String id, Action defaultAction) {
    this.id = id;
    this.defaultAction = defaultAction;
  }

  /** The rule of this name, such as {@code cpu-target}; case matters. */
  public static Optional<RuleId> of(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  public String id() {
    return id;
  }

  public Action defaultAction() {
    return defaultAction;
  }

  @Override
  public String toString() {
    return id;
  }
}
