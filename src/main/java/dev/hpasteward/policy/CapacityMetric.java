package dev.hpasteward.policy;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A metric of free capacity: it falls as load rises.
 *
 * @param name the metric's name as the strategy writes it
 * @param placeholder whether the strategy's name is only a placeholder; such a metric is judged
 *     where it is present, and never demanded or injected
 * @param scaleUpAtOrBelow free capacity at or below which the service is to scale up
 * @param scaleDownAtOrAbove free capacity at or above which it may scale down; above {@code
 *     scaleUpAtOrBelow}
 * @param encoding which form is injected
 * @param configuredHeadroomName the headroom metric's name, where the policy gives one
 */
public record CapacityMetric(
    String name,
    boolean placeholder,
    BigDecimal scaleUpAtOrBelow,
    BigDecimal scaleDownAtOrAbove,
    Encoding encoding,
    Optional<String> configuredHeadroomName) {

  private static final String AVAILABLE = "_available";
  private static final String NEEDED = "_needed";

  /** The same, injected in this form. */
  CapacityMetric encoding(Encoding other) {
    return new CapacityMetric(
        name, placeholder, scaleUpAtOrBelow, scaleDownAtOrAbove, other, configuredHeadroomName);
  }

  /**
   * The name of the External metric that says how many workers are needed: the policy's, else
   * {@code _needed} in place of {@code _available}, else {@code _needed} appended.
   */
  public String headroomName() {
    return configuredHeadroomName.orElseGet(
        () ->
            name.endsWith(AVAILABLE)
                ? name.substring(0, name.length() - AVAILABLE.length()) + NEEDED
                : name + NEEDED);
  }

  /** Whether a Pods metric of this name may have this AverageValue. */
  public boolean allowsDocumentedValue(BigDecimal value) {
    return value.compareTo(scaleUpAtOrBelow) >= 0 && value.compareTo(scaleDownAtOrAbove) < 0;
  }
}
