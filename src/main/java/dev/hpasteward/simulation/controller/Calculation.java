package dev.hpasteward.simulation.controller;

import org.jspecify.annotations.Nullable;

/**
 * What one metric asks for.
 *
 * @param replicas how many pods; can be negative where a number overflows
 * @param usage what the status shows: an average or a total, in thousandths
 * @param utilization per cent of requests, of that kind of target only
 * @param error why there is no answer; null if there is one, else the numbers mean nothing
 */
public record Calculation(int replicas, long usage, int utilization, @Nullable String error) {

  static Calculation failed(String error) {
    return new Calculation(0, 0, 0, error);
  }
}
