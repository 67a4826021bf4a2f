package dev.hpasteward.report.simulation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Rows in columns that line up; numbers to the right. */
final class Columns {

  private final List<List<String>> rows = new ArrayList<>();
  private final List<UnaryOperator<String>> colours = new ArrayList<>();

  /** Adds a row. */
  void row(UnaryOperator<String> colour, List<String> cells) {
    rows.add(cells);
    colours.add(colour);
  }

  void write(Appendable out) throws IOException {
    for (int row = 0; row < rows.size(); row++) {
      StringBuilder line = new StringBuilder();
      List<String> cells = rows.get(row);
      for (int column = 0; column < cells.size(); column++) {
        String cell = cells.get(column);
        String blanks = " ".repeat(width(column) - cell.length());
        line.append(column == 0 ? "" : "  ")
            .append(isNumeric(column) ? blanks + cell : cell + blanks);
      }
      out.append(colours.get(row).apply(line.toString().stripTrailing())).append('\n');
    }
  }

  private int width(int column) {
    return rows.stream().mapToInt(cells -> cells.get(column).length()).max().orElse(0);
  }

  /** Whether all cells below the title are numbers. */
  private boolean isNumeric(int column) {
    return rows.stream()
        .skip(1)
        .map(cells -> cells.get(column))
        .allMatch(cell -> cell.isEmpty() || cell.matches("-?[0-9]+([.][0-9]+)?|[?–-]"));
  }
}
