package dev.hpasteward.report.picture;

import dev.hpasteward.experiment.SimulatedRun;
import dev.hpasteward.report.picture.Grid.Cell;
import dev.hpasteward.report.simulation.Amounts;
import dev.hpasteward.report.simulation.OutcomeText;
import dev.hpasteward.simulation.promise.Outcome;
import dev.hpasteward.simulation.promise.Promise;
import dev.hpasteward.simulation.promise.PromiseVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Promises as a table, and where in the charts they were not kept. */
final class PromiseGrid {

  private static final double NANOS_PER_SECOND = 1e9;

  private PromiseGrid() {}

  /** Of one run: with what was seen. */
  static Grid of(SimulatedRun run) {
    List<List<Cell>> rows = new ArrayList<>();
    for (PromiseVerdict verdict : run.summary().promises()) {
      PromiseVerdict.Evidence evidence = verdict.evidence();
      String when = evidence == null ? "" : Amounts.clock(evidence.time());
      rows.add(
          List.of(
              Cell.of(number(run, verdict) + ". " + verdict.promise().title()),
              cell(verdict.outcome()),
              Cell.of(when),
              Cell.of(
                  String.join(
                      " ",
                      Stream.concat(Stream.of(verdict.sentence()), verdict.notes().stream())
                          .toList()))));
    }
    return new Grid("Promises", List.of("promise", "outcome", "first at", "what was seen"), rows);
  }

  /** Of several: a column each. */
  static Grid of(List<SimulatedRun> runs) {
    List<String> head = new ArrayList<>(List.of("promise"));
    runs.forEach(run -> head.add(run.candidate().name()));
    List<List<Cell>> rows = new ArrayList<>();
    for (Promise promise : Promise.values()) {
      List<Cell> row = new ArrayList<>(List.of(Cell.of(promise.title())));
      runs.forEach(run -> row.add(cell(run.summary().verdict(promise).outcome())));
      rows.add(row);
    }
    return new Grid("Promises", head, rows);
  }

  private static Cell cell(Outcome outcome) {
    return Cell.of(OutcomeText.mark(outcome) + " " + OutcomeText.word(outcome), outcome);
  }

  /** When a promise was first not kept, under its number. */
  static List<Picture.Moment> moments(SimulatedRun run) {
    List<Picture.Moment> moments = new ArrayList<>();
    for (PromiseVerdict verdict : run.summary().promises()) {
      PromiseVerdict.Evidence evidence = verdict.evidence();
      if (evidence != null && verdict.outcome() != Outcome.KEPT) {
        moments.add(
            new Picture.Moment(
                evidence.time() / NANOS_PER_SECOND,
                OutcomeText.mark(verdict.outcome()) + number(run, verdict)));
      }
    }
    return moments;
  }

  private static int number(SimulatedRun run, PromiseVerdict verdict) {
    return run.summary().promises().indexOf(verdict) + 1;
  }
}
