package dev.hpasteward.model;

import java.util.List;

/** Up or down, with what the API server fills in once {@code behavior} is present. */
public enum Direction {
  UP("scaleUp"),
  DOWN("scaleDown");

  private static final FieldPath BEHAVIOR = FieldPath.of("spec.behavior");

  // Source: kubernetes, pkg/apis/autoscaling/v2/defaults.go.
  private static final List<RatePolicy> API_DEFAULTS_UP =
      List.of(new RatePolicy("Pods", 4, 15), new RatePolicy("Percent", 100, 15));
  private static final List<RatePolicy> API_DEFAULTS_DOWN =
      List.of(new RatePolicy("Percent", 100, 15));

  private final String field;

  Direction(String field) {
    this.field = field;
  }

  /** Where the rules of this direction stand, such as {@code spec.behavior.scaleUp}. */
  public FieldPath path() {
    return BEHAVIOR.field(field);
  }

  /** The policies that the API server writes where an author gives none. */
  public List<RatePolicy> apiDefaultPolicies() {
    return this == UP ? API_DEFAULTS_UP : API_DEFAULTS_DOWN;
  }
}
