package dev.hpasteward.report.picture;

import java.util.List;
import java.util.Locale;

/** A curve as SVG draws it. Points that change nothing are left out. */
final class SvgPath {

  private final StringBuilder path = new StringBuilder();

  private SvgPath() {}

  /** The path's data; empty where there is nothing to draw. */
  static String of(List<Double> x, Panel.Curve curve, SvgMark mark, Scale across, Scale up) {
    return switch (curve.stroke()) {
      case LINE -> new SvgPath().along(x, curve.values(), across, up, false);
      case STEP -> new SvgPath().along(x, curve.values(), across, up, true);
      case MARKS -> new SvgPath().marks(x, curve.values(), mark, across, up);
    };
  }

  private String along(
      List<Double> x, List<Double> values, Scale across, Scale up, boolean stepped) {
    double last = Double.NaN;
    for (int index = 0; index < values.size(); index++) {
      double value = values.get(index);
      boolean isLast = index == values.size() - 1;
      double next = isLast ? Double.NaN : values.get(index + 1);
      if (Double.isNaN(value)) {
        // A step goes on to the next value that is there; a line has a gap.
        last = stepped ? last : value;
        continue;
      }
      double place = across.at(x.get(index));
      if (Double.isNaN(last)) {
        point('M', place, up.at(value));
      } else if (stepped) {
        if (value != last || isLast) {
          point('L', place, up.at(last));
          point('L', place, up.at(value));
        }
      } else if (value != last || value != next) {
        point('L', place, up.at(value));
      }
      last = value;
    }
    return path.toString();
  }

  private String marks(List<Double> x, List<Double> values, SvgMark mark, Scale across, Scale up) {
    for (int index = 0; index < values.size(); index++) {
      double value = values.get(index);
      if (!Double.isNaN(value)) {
        path.append(mark.around(across.at(x.get(index)), up.at(value)));
      }
    }
    return path.toString();
  }

  private void point(char command, double x, double y) {
    path.append(String.format(Locale.ROOT, "%c%.1f %.1f", command, x, y));
  }
}
