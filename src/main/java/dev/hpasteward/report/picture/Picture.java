package dev.hpasteward.report.picture;

import java.util.List;

/**
 * All that a picture shows, whoever draws it.
 *
 * @param title what was tried, and in what
 * @param summary what came of it, in sentences
 * @param promises what became of them
 * @param panels charts, from top to bottom
 * @param moments what happened when, in all charts whose x axis is time
 * @param tables what else there is to read
 */
public record Picture(
    String title,
    List<String> summary,
    Grid promises,
    List<Panel> panels,
    List<Moment> moments,
    List<Grid> tables) {

  public Picture {
    summary = List.copyOf(summary);
    panels = List.copyOf(panels);
    moments = List.copyOf(moments);
    tables = List.copyOf(tables);
  }

  /**
   * Something that happened.
   *
   * @param seconds when, since the start
   * @param label in a letter or two
   */
  record Moment(double seconds, String label) {}
}
