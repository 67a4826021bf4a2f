package dev.hpasteward.report.simulation;

import dev.hpasteward.experiment.Candidate;
import dev.hpasteward.experiment.Scenario;
import dev.hpasteward.simulation.controller.AutoscalerSpec;
import dev.hpasteward.simulation.controller.MetricSpec;
import dev.hpasteward.simulation.load.Levels;
import java.util.stream.Collectors;

/** What is tried, and in what, in a line each. */
public final class RunTitle {

  private RunTitle() {}

  /** Such as {@code livekit-egress under spike}. */
  public static String of(Scenario scenario) {
    return scenario.type().name() + " under " + scenario.load().name();
  }

  /** Such as {@code 0.8 to 10 sessions, 2 h, seed 1}. */
  public static String conditions(Scenario scenario) {
    Levels levels = scenario.load().levels();
    return "%s to %s sessions, %s, seed %d"
        .formatted(
            Amounts.number(levels.low()),
            Amounts.number(levels.high()),
            Amounts.length(scenario.length()),
            scenario.seed());
  }

  /** Such as {@code policy: cpu 50 %, Pods livekit_egress_available 1; 2 to 20 pods}. */
  public static String of(Candidate candidate) {
    AutoscalerSpec spec = candidate.autoscaler();
    return "%s: %s; %d to %d pods"
        .formatted(
            candidate.name(),
            spec.metrics().stream().map(RunTitle::metric).collect(Collectors.joining(", ")),
            spec.minReplicas(),
            spec.maxReplicas());
  }

  private static String metric(MetricSpec metric) {
    String name = metric.source().name();
    String amount = Amounts.number(metric.target().amount() / 1000.0);
    return switch (metric.target().kind()) {
      case UTILIZATION -> "%s %d %%".formatted(name, metric.target().amount());
      case AVERAGE_VALUE -> "%s %s a pod".formatted(name, amount);
      case VALUE -> "%s %s".formatted(name, amount);
      case NONE -> name;
    };
  }
}
