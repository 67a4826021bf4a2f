package dev.hpasteward.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * At which utilization an HPA really scales. The controller truncates utilization to whole per cent
 * and compares {@code utilization / target} with {@code 1 + tolerance} and {@code 1 - tolerance} in
 * doubles, both ends inside (kubernetes, pkg/controller/podautoscaler/replica_calculator.go).
 */
public final class Trigger {

  private Trigger() {}

  /** What no utilization reaches: the controller counts in 32 bits. */
  public static final int NEVER = Integer.MAX_VALUE;

  /**
   * The lowest whole per cent at which a target with this tolerance scales up; {@link #NEVER} if
   * there is none. Any target and any tolerance that a request may carry has an answer at once.
   */
  public static int scaleUpAt(int target, double tolerance) {
    long utilization = nextTo(target * (1.0 + tolerance)) - 1;
    while (utilization < NEVER && (double) utilization / target <= 1.0 + tolerance) {
      utilization++;
    }
    return (int) utilization;
  }

  /** The highest whole per cent at which it scales down; -1 if it never does. */
  public static int scaleDownAt(int target, double tolerance) {
    long utilization = Math.min(nextTo(target * (1.0 - tolerance)) + 1, NEVER);
    while (utilization >= 0 && (double) utilization / target >= 1.0 - tolerance) {
      utilization--;
    }
    return (int) utilization;
  }

  /** A border as a whole number that the controller can count to. */
  private static long nextTo(double border) {
    return (long) Math.max(0, Math.min(border, NEVER));
  }

  /**
   * A target and the utilization at or below which it may scale down.
   *
   * @param target per cent, at least 1
   * @param scaleDownAt per cent, below {@code target}
   */
  public record Limit(int target, int scaleDownAt) {}

  /**
   * The smallest tolerance in steps of 0.01 with which no target scales down above its limit; empty
   * where nothing is limited. One HPA has one scale-down tolerance for all its metrics. A tolerance
   * that puts the next whole per cent exactly on the border is too small: on which side of it a
   * double falls is luck.
   */
  public static Optional<BigDecimal> scaleDownTolerance(List<Limit> limits) {
    return limits.stream()
        .map(Trigger::hundredths)
        .max(Integer::compare)
        .map(hundredths -> BigDecimal.valueOf(hundredths, 2));
  }

  private static int hundredths(Limit limit) {
    int hundredths = 0;
    while (hundredths < 100
        && limit.target() * (100L - hundredths) >= (limit.scaleDownAt() + 1) * 100L) {
      hundredths++;
    }
    return hundredths;
  }

  /**
   * The highest target that scales up at or below a utilization with this tolerance; at least 1.
   */
  public static int targetScalingUpAt(int utilization, double tolerance) {
    int target = utilization;
    while (target > 1 && scaleUpAt(target, tolerance) > utilization) {
      target--;
    }
    return target;
  }
}
