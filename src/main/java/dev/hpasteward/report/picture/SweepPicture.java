package dev.hpasteward.report.picture;

import dev.hpasteward.experiment.Sweep;
import dev.hpasteward.experiment.SweptRun;
import dev.hpasteward.report.picture.Grid.Cell;
import dev.hpasteward.report.picture.Panel.Axis;
import dev.hpasteward.report.picture.Panel.Curve;
import dev.hpasteward.report.picture.Panel.Stroke;
import dev.hpasteward.report.simulation.RunTitle;
import dev.hpasteward.report.simulation.SweepText;
import dev.hpasteward.simulation.promise.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** What settings cost against how hard the service had it. */
public final class SweepPicture {

  private SweepPicture() {}

  /** The picture of a sweep. */
  public static Picture of(Sweep sweep) {
    List<SweptRun> runs =
        sweep.runs().stream().sorted(Comparator.comparingDouble(SweptRun::podHours)).toList();
    List<SweptRun> front = sweep.front();
    Panel panel =
        new Panel(
            "Cost against strain",
            "minutes past a threshold",
            Axis.POD_HOURS,
            """
            Each mark is a setting: to the right it costs more pod-hours, upwards the service was \
            longer at a documented threshold or past it. %d of %d break no promise. The \
            front has %d settings that no other beats in both.\
            """
                .formatted(sweep.keeping().size(), runs.size(), front.size()),
            runs.stream().map(SweptRun::podHours).toList(),
            List.of(
                curve("× breaks a promise", Stroke.MARKS, runs, run -> run.summary().isBroken()),
                curve("● breaks none", Stroke.MARKS, runs, run -> !run.summary().isBroken()),
                curve("front", Stroke.STEP, runs, front::contains),
                curve("□ the HPA itself", Stroke.MARKS, runs, run -> run.number() == 1)),
            List.of());
    return new Picture(
        RunTitle.of(sweep.scenario()) + ": settings swept",
        List.of(RunTitle.conditions(sweep.scenario()) + ".", SweepText.summary(sweep) + "."),
        grid(sweep, SweepText.BEST_TITLE, sweep.keeping().stream().limit(SweepText.BEST).toList()),
        List.of(panel),
        List.of(),
        List.of(
            grid(sweep, "The front", front), grid(sweep, "The HPA itself", List.of(sweep.own()))));
  }

  private static Curve curve(
      String name, Stroke stroke, List<SweptRun> runs, Predicate<SweptRun> shown) {
    return new Curve(
        name,
        stroke,
        runs.stream().map(run -> shown.test(run) ? run.minutesPast() : Double.NaN).toList());
  }

  private static Outcome worst(SweptRun run) {
    if (run.summary().isBroken()) {
      return Outcome.BROKEN;
    }
    return run.notKeepable() > 0 ? Outcome.CAN_NOT_BE_KEPT : Outcome.KEPT;
  }

  private static Grid grid(Sweep sweep, String title, List<SweptRun> runs) {
    List<List<Cell>> rows = new ArrayList<>();
    for (SweptRun run : runs) {
      List<Cell> row = new ArrayList<>();
      for (String text : SweepText.cells(sweep, run)) {
        row.add(Cell.of(text));
      }
      row.set(0, Cell.of(row.get(0).text(), worst(run)));
      rows.add(row);
    }
    return new Grid(title, SweepText.titles(sweep), rows);
  }
}
