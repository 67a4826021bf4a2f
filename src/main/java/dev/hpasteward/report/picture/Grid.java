package dev.hpasteward.report.picture;

import dev.hpasteward.simulation.promise.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * A table.
 *
 * @param title what is in it
 * @param head the columns' titles
 * @param rows as many cells as there are columns; the first says what the row is about
 */
record Grid(String title, List<String> head, List<List<Cell>> rows) {

  Grid {
    head = List.copyOf(head);
    rows = List.copyOf(rows);
  }

  /**
   * What stands in a cell.
   *
   * @param text in words
   * @param outcome what they say of a promise, if anything
   */
  record Cell(String text, Optional<Outcome> outcome) {

    static Cell of(String text) {
      return new Cell(text, Optional.empty());
    }

    static Cell of(String text, Outcome outcome) {
      return new Cell(text, Optional.of(outcome));
    }
  }
}
