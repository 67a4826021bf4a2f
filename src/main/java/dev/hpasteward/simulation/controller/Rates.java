package dev.hpasteward.simulation.controller;

import dev.hpasteward.model.RatePolicy;
import dev.hpasteward.model.ScalingRules;
import java.util.concurrent.TimeUnit;

/**
 * How far the rates of {@code behavior} let an HPA go (horizontal.go,
 * calculateScaleUpLimitWithScalingRules and calculateScaleDownLimitWithBehaviors).
 */
final class Rates {

  private static final double PER_CENT = 100;

  private Rates() {}

  /** The most pods that there may be now; not fewer than there are. */
  static int highest(ScalingRules rules, int current, ControllerMemory memory, long now) {
    if (rules.disabled()) {
      return current;
    }
    boolean least = takesLeast(rules);
    int limit = least ? Integer.MAX_VALUE : Integer.MIN_VALUE;
    int allowed = 0;
    for (RatePolicy rate : rules.policies()) {
      int start = startOfPeriod(rate, current, memory, now);
      if (isPods(rate)) {
        allowed = start + rate.value();
      } else if (isPercent(rate)) {
        allowed = Converted.upToInt(start * (1 + rate.value() / PER_CENT));
      }
      limit = least ? Math.min(limit, allowed) : Math.max(limit, allowed);
    }
    return Math.max(limit, current);
  }

  /** The fewest pods that there may be now; not more than there are. */
  static int lowest(ScalingRules rules, int current, ControllerMemory memory, long now) {
    if (rules.disabled()) {
      return current;
    }
    boolean least = takesLeast(rules);
    int limit = least ? Integer.MIN_VALUE : Integer.MAX_VALUE;
    int allowed = 0;
    for (RatePolicy rate : rules.policies()) {
      int start = startOfPeriod(rate, current, memory, now);
      if (isPods(rate)) {
        allowed = start - rate.value();
      } else if (isPercent(rate)) {
        allowed = Converted.toInt(start * (1 - rate.value() / PER_CENT));
      }
      limit = least ? Math.max(limit, allowed) : Math.min(limit, allowed);
    }
    return Math.min(limit, current);
  }

  /** Of several rates, that which changes least; otherwise that which changes most. */
  private static boolean takesLeast(ScalingRules rules) {
    return rules.selectPolicy().filter("Min"::equals).isPresent();
  }

  private static boolean isPods(RatePolicy rate) {
    return rate.type().equals("Pods");
  }

  private static boolean isPercent(RatePolicy rate) {
    return rate.type().equals("Percent");
  }

  private static int startOfPeriod(
      RatePolicy rate, int current, ControllerMemory memory, long now) {
    long start = now - TimeUnit.SECONDS.toNanos(rate.periodSeconds());
    return current - memory.added().changeAfter(start) + memory.removed().changeAfter(start);
  }

  /** The longest period, in nanoseconds: scalings that are older are outdated. */
  static long longestPeriod(ScalingRules rules) {
    int longest = 0;
    for (RatePolicy rate : rules.policies()) {
      longest = Math.max(longest, rate.periodSeconds());
    }
    return TimeUnit.SECONDS.toNanos(longest);
  }
}
