package dev.hpasteward.report.simulation;

import dev.hpasteward.experiment.SimulatedRun;
import dev.hpasteward.report.TextReport.Colours;
import dev.hpasteward.simulation.promise.PromiseVerdict;
import java.io.IOException;

/** For people: a run's promises one by one, and its figures. */
public final class RunText implements SimulationReport {

  private static final int WORD = "can't be kept".length();
  private static final String INDENT = "    ";

  private final Colours colours;

  /** A form with these colours. */
  public RunText(Colours colours) {
    this.colours = colours;
  }

  @Override
  public void write(Simulated simulated, Appendable out) throws IOException {
    for (SimulatedRun run : simulated.runs()) {
      write(run, out);
    }
    if (simulated.picture().isPresent()) {
      out.append("picture: ").append(simulated.picture().get()).append('\n');
    }
  }

  private void write(SimulatedRun run, Appendable out) throws IOException {
    out.append(colours.title(RunTitle.of(run.scenario())))
        .append(", ")
        .append(RunTitle.conditions(run.scenario()))
        .append('\n')
        .append("HPA ")
        .append(RunTitle.of(run.candidate()))
        .append("\n\n");
    for (PromiseVerdict verdict : run.summary().promises()) {
      write(verdict, out);
    }
    out.append('\n');
    int longest =
        FigureText.of(run.summary().figures()).stream()
            .mapToInt(row -> row.name().length())
            .max()
            .orElse(0);
    for (FigureText.Row row : FigureText.of(run.summary().figures())) {
      out.append(("  %-" + longest + "s  %s\n").formatted(row.name(), row.text()));
    }
    String counts = "promises: " + OutcomeText.counts(run.summary());
    out.append('\n')
        .append(run.summary().isBroken() ? colours.bad(counts) : colours.good(counts))
        .append('\n');
  }

  private void write(PromiseVerdict verdict, Appendable out) throws IOException {
    String word = ("%-" + WORD + "s").formatted(OutcomeText.word(verdict.outcome()));
    out.append("  ")
        .append(
            OutcomeText.coloured(
                verdict.outcome(), OutcomeText.mark(verdict.outcome()) + " " + word, colours))
        .append("  ")
        .append(verdict.promise().title())
        .append('\n');
    out.append(INDENT).append(verdict.sentence()).append('\n');
    for (String note : verdict.notes()) {
      out.append(INDENT).append(colours.faint(note)).append('\n');
    }
  }
}
