package dev.hpasteward.report.picture;

import dev.hpasteward.report.picture.Panel.Level;
import dev.hpasteward.report.simulation.Amounts;
import dev.hpasteward.simulation.run.ChartSeries;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The lines that a metric is held against; those of one value are one line. */
final class LevelLines {

  private LevelLines() {}

  static List<Level> of(ChartSeries series) {
    Map<Double, String> labels = new LinkedHashMap<>();
    add(labels, "scale up", series.scaleUpAt());
    add(labels, "target", series.target());
    add(labels, "scale down", series.scaleDownAt());
    List<Level> levels = new ArrayList<>();
    labels.forEach(
        (value, label) -> levels.add(new Level(label + " " + Amounts.number(value), value)));
    return levels;
  }

  private static void add(Map<Double, String> labels, String label, OptionalDouble value) {
    if (value.isPresent()) {
      labels.merge(value.getAsDouble(), label, (one, other) -> one + ", " + other);
    }
  }
}
