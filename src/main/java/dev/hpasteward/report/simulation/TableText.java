package dev.hpasteward.report.simulation;

import dev.hpasteward.experiment.SimulatedRun;
import dev.hpasteward.experiment.Strain;
import dev.hpasteward.report.TextReport.Colours;
import dev.hpasteward.simulation.promise.Outcome;
import dev.hpasteward.simulation.promise.PromiseVerdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** For people: many runs, one line each, then what was broken or can't be kept, and why. */
public final class TableText implements SimulationReport {

  private static final String LEGEND =
      """
      min late: minutes in which somebody found no room; min past: minutes at a documented
      scale-up threshold or past it; s to ready: the longest from such a threshold until the pods
      that were asked for were ready; turns: scalings against the direction of the one before.""";

  private final Colours colours;
  private final List<String> names;
  private final Function<SimulatedRun, List<String>> name;
  private final String between;

  private TableText(
      Colours colours,
      List<String> names,
      Function<SimulatedRun, List<String>> name,
      String between) {
    this.colours = colours;
    this.names = names;
    this.name = name;
    this.between = between;
  }

  /** Of service types under loads. */
  public static TableText ofScenarios(Colours colours) {
    return new TableText(
        colours,
        List.of("service type", "load"),
        run -> List.of(run.scenario().type().name(), run.scenario().load().name()),
        ", ");
  }

  /** Of HPAs in one scenario. */
  public static TableText ofCandidates(Colours colours) {
    // Their names have commas in them.
    return new TableText(colours, List.of("HPA"), run -> List.of(run.candidate().name()), "; ");
  }

  @Override
  public void write(Simulated simulated, Appendable out) throws IOException {
    Columns columns = new Columns();
    List<String> titles = new ArrayList<>(names);
    titles.addAll(
        List.of(
            "kept",
            "broken",
            "can't",
            "untested",
            "pod-hours",
            "turned away",
            "min late",
            "min past",
            "s to ready",
            "up",
            "down",
            "turns"));
    columns.row(colours::title, titles);
    simulated.runs().forEach(run -> columns.row(colour(run), cells(run)));
    columns.write(out);
    explain(simulated, Outcome.BROKEN, out);
    explain(simulated, Outcome.CAN_NOT_BE_KEPT, out);
    if (!simulated.runs().isEmpty()) {
      out.append('\n').append(colours.faint(LEGEND)).append('\n');
    }
    if (simulated.picture().isPresent()) {
      out.append("picture: ").append(simulated.picture().get()).append('\n');
    }
  }

  private UnaryOperator<String> colour(SimulatedRun run) {
    return run.summary().isBroken() ? colours::bad : text -> text;
  }

  private List<String> cells(SimulatedRun run) {
    List<String> cells = new ArrayList<>(name.apply(run));
    for (Outcome outcome :
        List.of(Outcome.KEPT, Outcome.BROKEN, Outcome.CAN_NOT_BE_KEPT, Outcome.NOT_TESTED)) {
      cells.add(String.valueOf(run.summary().count(outcome)));
    }
    var figures = run.summary().figures();
    cells.add(Amounts.tenths(figures.podHours()));
    cells.add(String.valueOf(figures.turnedAway()));
    cells.add(Amounts.tenths(Strain.minutesLate(figures)));
    cells.add(Amounts.tenths(Strain.minutesPast(figures)));
    cells.add(
        figures.secondsUntilReady().isPresent()
            ? Amounts.number(figures.secondsUntilReady().getAsDouble())
            : "-");
    cells.add(String.valueOf(figures.scaleUps()));
    cells.add(String.valueOf(figures.scaleDowns()));
    cells.add(String.valueOf(figures.directionChanges()));
    return cells;
  }

  /** The same promise is often not kept in the same words: then it is told once. */
  private void explain(Simulated simulated, Outcome outcome, Appendable out) throws IOException {
    Map<String, Map<String, List<String>>> told = new LinkedHashMap<>();
    for (SimulatedRun run : simulated.runs()) {
      for (PromiseVerdict verdict : run.summary().promises()) {
        if (verdict.outcome() == outcome) {
          told.computeIfAbsent(verdict.promise().title(), title -> new LinkedHashMap<>())
              .computeIfAbsent(verdict.sentence(), sentence -> new ArrayList<>())
              .add(String.join(" ", name.apply(run)));
        }
      }
    }
    String word = OutcomeText.coloured(outcome, OutcomeText.word(outcome), colours);
    for (Map.Entry<String, Map<String, List<String>>> promise : told.entrySet()) {
      out.append('\n').append(word).append(": ").append(promise.getKey()).append('\n');
      for (Map.Entry<String, List<String>> sentence : promise.getValue().entrySet()) {
        out.append("  ").append(String.join(between, sentence.getValue())).append('\n');
        out.append("    ").append(sentence.getKey()).append('\n');
      }
    }
  }
}
