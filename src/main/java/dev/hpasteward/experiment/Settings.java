package dev.hpasteward.experiment;

import dev.hpasteward.model.Direction;
import dev.hpasteward.model.RatePolicy;
import dev.hpasteward.simulation.controller.MetricSpec;
import dev.hpasteward.simulation.controller.MetricTarget;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What of a candidate a sweep may vary, in words that fit a table.
 *
 * @param targets such as {@code cpu 50, memory 65}
 * @param upTolerance ratio, such as {@code 0}
 * @param downTolerance ratio, such as {@code 0.39}
 * @param upWindow seconds
 * @param downWindow seconds
 * @param upRate such as {@code 4 pods/15 s or 100 %/15 s}
 * @param downRate such as {@code 1 pod/60 s or 10 %/60 s}
 * @param podStart seconds
 * @param nodeDelay seconds
 * @param metricLag seconds
 */
public record Settings(
    String targets,
    BigDecimal upTolerance,
    BigDecimal downTolerance,
    int upWindow,
    int downWindow,
    String upRate,
    String downRate,
    long podStart,
    long nodeDelay,
    long metricLag) {

  /** Those of a candidate. */
  public static Settings of(Candidate candidate) {
    return new Settings(
        candidate.autoscaler().metrics().stream()
            .filter(metric -> metric.target().kind() == MetricTarget.Kind.UTILIZATION)
            .map(Settings::target)
            .collect(Collectors.joining(", ")),
        SettingTolerances.of(candidate, Direction.UP),
        SettingTolerances.of(candidate, Direction.DOWN),
        SettingWindows.of(candidate, Direction.UP),
        SettingWindows.of(candidate, Direction.DOWN),
        rate(Behaviors.rules(candidate, Direction.UP).policies()),
        rate(Behaviors.rules(candidate, Direction.DOWN).policies()),
        candidate.workload().start().pod().toSeconds(),
        candidate.workload().start().node().toSeconds(),
        candidate.workload().measuring().lag().toSeconds());
  }

  private static String target(MetricSpec metric) {
    return metric.source().name() + " " + metric.target().amount();
  }

  private static String rate(List<RatePolicy> policies) {
    return policies.stream()
        .map(
            policy ->
                policy.type().equals("Percent")
                    ? "%d %%/%d s".formatted(policy.value(), policy.periodSeconds())
                    : "%d pod%s/%d s"
                        .formatted(
                            policy.value(), policy.value() == 1 ? "" : "s", policy.periodSeconds()))
        .collect(Collectors.joining(" or "));
  }
}
