package dev.hpasteward.simulation.promise;

import dev.hpasteward.simulation.run.DocumentedMetric;

/** Why some promises can't be kept or tested. */
final class Reasons {

  static final String GAUGE_NEVER_ASKS =
      """
      a Pods metric with an AverageValue falls as the load rises, and an HPA adds pods only where a \
      metric rises above its target""";

  static final String GAUGE_HOLDS =
      """
      as a Pods metric with an AverageValue it asks for as many pods as are free, so that it holds \
      a fleet the more the idler that is""";

  static final String GAUGE_LETS_GO =
      """
      as a Pods metric with an AverageValue it asks for as many pods as are free, so that few free \
      pods never stop a scale-down""";

  static final String SCALE_UP_DISABLED = "behavior.scaleUp is disabled";

  private Reasons() {}

  static String amount(DocumentedMetric metric) {
    return "the HPA's target for %s is an amount, and the strategy states it in per cent of requests"
        .formatted(metric.name());
  }

  static String placeholder(DocumentedMetric metric) {
    return "%s is a placeholder that nobody serves, so that its thresholds are not tested."
        .formatted(metric.name());
  }
}
