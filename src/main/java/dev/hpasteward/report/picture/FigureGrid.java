package dev.hpasteward.report.picture;

import dev.hpasteward.experiment.SimulatedRun;
import dev.hpasteward.report.picture.Grid.Cell;
import dev.hpasteward.report.simulation.Amounts;
import dev.hpasteward.report.simulation.FigureText;
import dev.hpasteward.simulation.run.Chart;
import java.util.ArrayList;
import java.util.List;

/** Figures and scalings as tables. */
final class FigureGrid {

  private FigureGrid() {}

  /** Runs side by side. */
  static Grid of(List<SimulatedRun> runs) {
    List<String> head = new ArrayList<>(List.of("figure"));
    runs.forEach(run -> head.add(runs.size() == 1 ? "amount" : run.candidate().name()));
    List<List<FigureText.Row>> columns =
        runs.stream().map(run -> FigureText.of(run.summary().figures())).toList();
    List<List<Cell>> rows = new ArrayList<>();
    for (int row = 0; row < columns.get(0).size(); row++) {
      List<Cell> cells = new ArrayList<>(List.of(Cell.of(columns.get(0).get(row).name())));
      for (List<FigureText.Row> column : columns) {
        cells.add(Cell.of(column.get(row).text()));
      }
      rows.add(cells);
    }
    return new Grid("Figures", head, rows);
  }

  /** What the controller did, and why. */
  static Grid events(Chart chart) {
    List<List<Cell>> rows =
        chart.events().stream()
            .map(
                event ->
                    List.of(
                        Cell.of(Amounts.clock(event.time())),
                        Cell.of("%d to %d".formatted(event.from(), event.to())),
                        Cell.of(event.reason())))
            .toList();
    String title =
        chart.eventsLeftOut() > 0
            ? "Scalings (and %d more)".formatted(chart.eventsLeftOut())
            : "Scalings";
    return new Grid(title, List.of("time", "pods", "reason"), rows);
  }
}
