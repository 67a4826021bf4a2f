package dev.hpasteward.report.simulation;

import dev.hpasteward.simulation.run.DocumentedMetric;
import dev.hpasteward.simulation.run.Figures;
import java.util.ArrayList;
import java.util.List;

/** A run's figures in words, what is measured and how much. */
public final class FigureText {

  private static final double SECONDS_PER_MINUTE = 60;

  private FigureText() {}

  /**
   * A row.
   *
   * @param name what is measured
   * @param text how much
   */
  public record Row(String name, String text) {}

  /** All of them. */
  public static List<Row> of(Figures figures) {
    List<Row> rows = new ArrayList<>();
    rows.add(new Row("pod-hours", Amounts.number(figures.podHours())));
    rows.add(
        new Row(
            "pods",
            "%d to %d wanted, at most %d ready"
                .formatted(figures.leastDesired(), figures.mostDesired(), figures.mostReady())));
    rows.add(
        new Row(
            "sessions",
            "%d started, %d turned away in %s min, %d cut"
                .formatted(
                    figures.sessionsStarted(),
                    figures.turnedAway(),
                    Amounts.number(figures.secondsTurningAway() / SECONDS_PER_MINUTE),
                    figures.sessionsCut())));
    rows.add(
        new Row(
            "scalings",
            "%d up, %d down, %s of direction"
                .formatted(
                    figures.scaleUps(),
                    figures.scaleDowns(),
                    Amounts.counted(figures.directionChanges(), "change"))));
    rows.add(new Row("threshold to ready pods", untilReady(figures)));
    for (Figures.Past past : figures.past()) {
      if (past.metric().served()) {
        rows.add(new Row("past " + threshold(past.metric()), past(past)));
      }
    }
    return rows;
  }

  private static String untilReady(Figures figures) {
    return figures.secondsUntilReady().isPresent()
        ? "%s s at most".formatted(Amounts.number(figures.secondsUntilReady().getAsDouble()))
        : "never";
  }

  /** Such as {@code cpu >= 50 %}. */
  private static String threshold(DocumentedMetric metric) {
    return switch (metric.unit()) {
      case PERCENT -> "%s >= %s %%".formatted(metric.name(), Amounts.number(metric.scaleUpAt()));
      case FREE_PODS -> "%s <= %s".formatted(metric.name(), Amounts.number(metric.scaleUpAt()));
    };
  }

  private static String past(Figures.Past past) {
    if (Double.isNaN(past.worst())) {
      return "never read";
    }
    String worst =
        switch (past.metric().unit()) {
          case PERCENT -> Amounts.number(past.worst()) + " %";
          case FREE_PODS -> Amounts.number(past.worst()) + " free";
        };
    return "%s min, at worst %s"
        .formatted(Amounts.number(past.seconds() / SECONDS_PER_MINUTE), worst);
  }
}
