package dev.hpasteward.report.simulation;

import dev.hpasteward.experiment.Dimension;
import dev.hpasteward.experiment.Settings;
import dev.hpasteward.experiment.Sweep;
import dev.hpasteward.experiment.SweptRun;
import dev.hpasteward.report.TextReport.Colours;
import dev.hpasteward.simulation.promise.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A sweep for people: the best settings, and what the others would buy. */
public final class SweepText {

  /** How many of the best are told. */
  public static final int BEST = 10;

  /** What is above them. */
  public static final String BEST_TITLE =
      "No promise is broken, the most kept first, then the cheapest";

  private final Colours colours;

  /** A form with these colours. */
  public SweepText(Colours colours) {
    this.colours = colours;
  }

  /** Writes all of it. */
  public void write(Sweep sweep, Optional<String> picture, Appendable out) throws IOException {
    out.append(colours.title(RunTitle.of(sweep.scenario())))
        .append(", ")
        .append(RunTitle.conditions(sweep.scenario()))
        .append('\n')
        .append(summary(sweep))
        .append("\n\n");
    List<SweptRun> keeping = sweep.keeping();
    if (keeping.isEmpty()) {
      out.append(colours.bad("Every setting breaks a promise that can be kept.")).append('\n');
    } else {
      out.append(colours.title(BEST_TITLE + ":")).append('\n');
      table(sweep, keeping.stream().limit(BEST).toList(), out);
    }
    out.append('\n')
        .append(colours.title("No other setting costs less without more minutes past a threshold:"))
        .append('\n');
    table(sweep, sweep.front(), out);
    out.append('\n').append(colours.title("The HPA itself:")).append('\n');
    table(sweep, List.of(sweep.own()), out);
    if (picture.isPresent()) {
      out.append("\npicture: ").append(picture.get()).append('\n');
    }
  }

  /** Such as {@code 1080 runs of 2 h, 300 break no promise}. */
  public static String summary(Sweep sweep) {
    return "%d runs over %s; %d break no promise"
        .formatted(
            sweep.runs().size(),
            Arrays.stream(Dimension.values())
                .filter(sweep.dimensions()::contains)
                .map(Dimension::id)
                .collect(Collectors.joining(", ")),
            sweep.keeping().size());
  }

  private void table(Sweep sweep, List<SweptRun> runs, Appendable out) throws IOException {
    Columns columns = new Columns();
    columns.row(colours::title, titles(sweep));
    for (SweptRun run : runs) {
      columns.row(run.summary().isBroken() ? colours::bad : text -> text, cells(sweep, run));
    }
    columns.write(out);
  }

  /** The columns of a table of settings. */
  public static List<String> titles(Sweep sweep) {
    List<String> titles =
        new ArrayList<>(
            List.of(
                "promises",
                "pod-hours",
                "turned away",
                "min past",
                "targets",
                "tolerance up",
                "down",
                "window up",
                "down",
                "rate up",
                "down"));
    if (sweep.dimensions().contains(Dimension.DELAY)) {
      titles.addAll(List.of("pod start", "node delay", "metric lag"));
    }
    titles.add("policy");
    return titles;
  }

  /** Such as {@code 5 kept, 2 can't}: as wide for each that breaks none. */
  private static String promises(SweptRun run) {
    long broken = run.summary().count(Outcome.BROKEN);
    String others = "%d kept, %d can't".formatted(run.kept(), run.notKeepable());
    return broken == 0 ? others : others + ", %d broken".formatted(broken);
  }

  /** A row of such a table. */
  public static List<String> cells(Sweep sweep, SweptRun run) {
    Settings settings = run.settings();
    List<String> cells =
        new ArrayList<>(
            List.of(
                promises(run),
                Amounts.tenths(run.podHours()),
                String.valueOf(run.summary().figures().turnedAway()),
                Amounts.tenths(run.minutesPast()),
                settings.targets(),
                settings.upTolerance().toPlainString(),
                settings.downTolerance().toPlainString(),
                settings.upWindow() + " s",
                settings.downWindow() + " s",
                settings.upRate(),
                settings.downRate()));
    if (sweep.dimensions().contains(Dimension.DELAY)) {
      cells.addAll(
          List.of(
              settings.podStart() + " s",
              settings.nodeDelay() + " s",
              settings.metricLag() + " s"));
    }
    cells.add(run.allowed() ? "allows" : "refuses");
    return cells;
  }
}
