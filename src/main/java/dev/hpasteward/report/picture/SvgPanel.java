package dev.hpasteward.report.picture;

import dev.hpasteward.report.simulation.Amounts;
import java.util.List;
import java.util.Locale;

/** A chart as SVG: title, legend, axes, lines across, curves. */
final class SvgPanel {

  /** How high one is, all included. */
  static final int HEIGHT = 250;

  private static final int LEFT = 64;
  private static final int TOP = 52;
  private static final int BOTTOM = HEIGHT - 44;
  private static final int RIGHT_MARGIN = 20;
  private static final double ROOM_ABOVE = 1.3;
  private static final int LETTER = 7;
  private static final int SAMPLE = 26;
  private static final int COLOURS = 7;

  /** Where the legend stands, and how far apart its rows are where it needs two. */
  private static final int LEGEND = 36;

  private static final int LEGEND_ROW = 13;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final int ACROSS = 8;
  private static final int UP = 5;

  /** Labels nearer than this would stand on each other. */
  private static final int CLOSE = 34;

  private final Panel panel;
  private final int right;
  private final Scale across;
  private final Scale up;
  private final StringBuilder svg = new StringBuilder();

  private SvgPanel(Panel panel, int width) {
    this.panel = panel;
    this.right = width - RIGHT_MARGIN;
    List<Double> x = panel.x();
    double first = x.isEmpty() ? 0 : x.get(0);
    double last = x.isEmpty() ? 1 : x.get(x.size() - 1);
    double margin = panel.axis() == Panel.Axis.TIME ? 0 : Math.max(1, (last - first) / 20);
    this.across = new Scale(first - margin, Math.max(last + margin, first + 1), LEFT, right);
    double highest = panel.highest() > 0 ? panel.highest() * ROOM_ABOVE : 1;
    this.up = new Scale(0, highest, BOTTOM, TOP);
  }

  static String of(Panel panel, List<Picture.Moment> moments, int width) {
    SvgPanel drawn = new SvgPanel(panel, width);
    drawn.titleAndLegend();
    drawn.axes();
    drawn.curves();
    drawn.levels();
    if (panel.axis() == Panel.Axis.TIME) {
      drawn.moments(moments);
    }
    return drawn.svg.toString();
  }

  private void titleAndLegend() {
    text("title", LEFT, 18, "start", panel.title());
    int whole = panel.curves().stream().mapToInt(SvgPanel::sampleAndName).sum();
    boolean rows = whole > right - LEFT;
    int x = LEFT;
    int y = rows ? LEGEND - LEGEND_ROW / 2 : LEGEND;
    for (int index = 0; index < panel.curves().size(); index++) {
      Panel.Curve curve = panel.curves().get(index);
      if (rows && x > LEFT && x + sampleAndName(curve) > right) {
        x = LEFT;
        y += LEGEND_ROW;
      }
      String sample =
          curve.stroke() == Panel.Stroke.MARKS
              ? SvgMark.of(index).around(x + SAMPLE / 2.0, y)
              : "M%d %dh%d".formatted(x, y, SAMPLE);
      add("<path class=\"%s c%d\" d=\"%s\"/>", style(curve, index), index % COLOURS, sample);
      text("small", x + SAMPLE + 6, y + 4, "start", curve.name());
      x += sampleAndName(curve);
    }
  }

  private static int sampleAndName(Panel.Curve curve) {
    return SAMPLE + 22 + LETTER * curve.name().length();
  }

  private void axes() {
    for (double tick : up.ticks(UP)) {
      add("<path class=\"grid\" d=\"M%d %.1fH%d\"/>", LEFT, up.at(tick), right);
      text("small", LEFT - 8, up.at(tick) + 4, "end", Amounts.number(tick));
    }
    boolean time = panel.axis() == Panel.Axis.TIME;
    for (double tick : time ? across.clockTicks(ACROSS) : across.ticks(ACROSS)) {
      add("<path class=\"grid\" d=\"M%.1f %dV%d\"/>", across.at(tick), TOP, BOTTOM);
      String label =
          time ? Amounts.hoursAndMinutes((long) (tick * NANOS_PER_SECOND)) : Amounts.number(tick);
      text("small", across.at(tick), BOTTOM + 17, "middle", label);
    }
    text("small", right, BOTTOM + 34, "end", time ? "time (h:mm)" : "pod-hours");
    add(
        "<text class=\"small\" text-anchor=\"middle\" transform=\"translate(14 %d) rotate(-90)\">"
            + "%s</text>",
        (TOP + BOTTOM) / 2, HtmlText.of(panel.unit()));
  }

  private void curves() {
    for (int index = 0; index < panel.curves().size(); index++) {
      Panel.Curve curve = panel.curves().get(index);
      add(
          "<path class=\"%s c%d\" d=\"%s\"/>",
          style(curve, index),
          index % COLOURS,
          SvgPath.of(panel.x(), curve, SvgMark.of(index), across, up));
    }
  }

  private static String style(Panel.Curve curve, int index) {
    return curve.stroke() == Panel.Stroke.MARKS ? "mark " + SvgMark.of(index).style() : "curve";
  }

  private void levels() {
    double above = Double.NEGATIVE_INFINITY;
    for (Panel.Level level :
        panel.levels().stream()
            .sorted((one, other) -> Double.compare(other.value(), one.value()))
            .toList()) {
      double y = up.at(level.value());
      add("<path class=\"level\" d=\"M%d %.1fH%d\"/>", LEFT, y, right);
      double baseline = y - 4 < above + 14 ? y + 13 : y - 4;
      above = baseline;
      text("small halo", LEFT + 6, baseline, "start", level.label());
    }
  }

  private void moments(List<Picture.Moment> moments) {
    int row = 0;
    double before = Double.NEGATIVE_INFINITY;
    for (Picture.Moment moment : moments) {
      double x = across.at(moment.seconds());
      add("<path class=\"moment\" d=\"M%.1f %dV%d\"/>", x, TOP, BOTTOM);
      row = x - before < CLOSE ? row + 1 : 0;
      before = x;
      boolean late = x > right - 30;
      text(
          "small halo broken",
          late ? x - 4 : x + 4,
          TOP + 13 + 14.0 * row,
          late ? "end" : "start",
          moment.label());
    }
  }

  private void text(String style, double x, double y, String anchor, String text) {
    add(
        "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
        style, x, y, anchor, HtmlText.of(text));
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
