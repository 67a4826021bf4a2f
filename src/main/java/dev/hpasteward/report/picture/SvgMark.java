package dev.hpasteward.report.picture;

import java.util.List;
import java.util.Locale;

/**
 * What stands for a point of a curve that has no line: told apart without colours, as on a page.
 */
enum SvgMark {
  CROSS("m-3.5 -3.5l7 7m0 -7l-7 7"),
  CIRCLE("m-3 0a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z"),
  SQUARE("m-5 -5h10v10h-10z");

  /** By the place of a curve in its panel; page.js has the same. */
  private static final List<SvgMark> IN_ORDER = List.of(CROSS, CIRCLE, CIRCLE, SQUARE);

  private final String outline;

  SvgMark(String outline) {
    this.outline = outline;
  }

  static SvgMark of(int curve) {
    return IN_ORDER.get(curve % IN_ORDER.size());
  }

  /** Its class in picture.css. */
  String style() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Around this place, as a path's data. */
  String around(double x, double y) {
    return String.format(Locale.ROOT, "M%.1f %.1f%s", x, y, outline);
  }
}
