package dev.hpasteward.simulation.controller;

import org.jspecify.annotations.Nullable;

/**
 * An entry of {@code status.currentMetrics}.
 *
 * @param source which metric; null for the hole that a failed metric leaves
 * @param kind what was compared
 * @param amount the total for {@code VALUE}, otherwise the average for each pod; in thousandths
 * @param utilization per cent of requests, for {@code UTILIZATION} only
 */
public record MetricStatus(
    @Nullable MetricSource source, MetricTarget.Kind kind, long amount, int utilization) {

  /** What a failed metric leaves. */
  public static final MetricStatus HOLE = new MetricStatus(null, MetricTarget.Kind.NONE, 0, 0);
}
