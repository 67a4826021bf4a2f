package dev.hpasteward.report.picture;

import dev.hpasteward.report.simulation.OutcomeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A picture that does not move, for where a page can't be shown, such as a README. */
public final class SvgPicture {

  private static final int WIDTH = 880;
  private static final int MARGIN = 20;
  private static final int LINE = 22;
  private static final int LETTERS = 112;
  private static final int MARK_COLUMN = 140;
  private static final int LETTER = 7;

  private final StringBuilder svg = new StringBuilder();
  private int y = MARGIN;

  private SvgPicture() {}

  /** The file. */
  public static String of(Picture picture) {
    SvgPicture drawn = new SvgPicture();
    drawn.head(picture);
    drawn.promises(picture.promises());
    for (Panel panel : picture.panels()) {
      drawn.svg.append("<g transform=\"translate(0 %d)\">\n".formatted(drawn.y + MARGIN));
      drawn.svg.append(SvgPanel.of(panel, picture.moments(), WIDTH)).append("</g>\n");
      drawn.y += SvgPanel.HEIGHT;
    }
    int height = drawn.y + 2 * MARGIN;
    return """
    <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" role="img" \
    aria-labelledby="title desc">
    <title id="title">%s</title>
    <desc id="desc">%s</desc>
    <style>
    %s</style>
    <rect class="paper" width="%d" height="%d"/>
    %s</svg>
    """
        .formatted(
            WIDTH,
            height,
            WIDTH,
            height,
            HtmlText.of(picture.title()),
            HtmlText.of(description(picture)),
            PageParts.own("picture.css"),
            WIDTH,
            height,
            drawn.svg);
  }

  private static String description(Picture picture) {
    List<String> parts = new ArrayList<>(picture.summary());
    picture
        .promises()
        .rows()
        .forEach(
            row ->
                parts.add(
                    ended(row.stream().map(Grid.Cell::text).collect(Collectors.joining(", ")))));
    picture.panels().forEach(panel -> parts.add(panel.title() + ": " + panel.description()));
    return String.join(" ", parts);
  }

  /** With one full stop. */
  private static String ended(String sentence) {
    return sentence.endsWith(".") ? sentence : sentence + ".";
  }

  private void head(Picture picture) {
    line("title", MARGIN, picture.title());
    for (String sentence : picture.summary()) {
      for (String part : wrapped(sentence, LETTERS)) {
        line("small", MARGIN, part);
      }
    }
  }

  /** The outcome of one run, or the outcomes of several under their names. */
  private void promises(Grid grid) {
    y += LINE / 2;
    List<Integer> columns = new ArrayList<>();
    for (int column = 0; column < grid.head().size(); column++) {
      int at = column;
      if (grid.rows().stream().anyMatch(row -> row.get(at).outcome().isPresent())) {
        columns.add(column);
      }
    }
    boolean named = columns.size() > 1;
    int width = width(grid, columns);
    int left = MARGIN + width * columns.size();
    if (!named) {
      y += LINE;
      text("small", MARGIN, grid.head().get(columns.isEmpty() ? 0 : columns.get(0)));
      List<String> parts = wrapped(rest(grid, columns), (WIDTH - left) / LETTER);
      text("small", left, parts.get(0));
      parts.stream().skip(1).forEach(part -> line("small", left, part));
    }
    if (named) {
      y += LINE;
      heads(grid, columns, width);
    }
    for (List<Grid.Cell> row : grid.rows()) {
      if (named) {
        // Beside several outcomes there is no room for it.
        y += LINE / 2;
        line("small", MARGIN, row.get(0).text());
      }
      y += LINE;
      for (int index = 0; index < columns.size(); index++) {
        Grid.Cell cell = row.get(columns.get(index));
        String style = cell.outcome().map(OutcomeText::id).orElse("");
        text("small " + style, MARGIN + width * index, cell.text());
      }
      if (columns.contains(0)) {
        String rest =
            row.stream().skip(1).map(Grid.Cell::text).collect(Collectors.joining("  ·  "));
        text("small", left, rest);
      } else if (!named) {
        text("small", left, row.get(0).text());
      }
    }
  }

  /** What the text beside the outcomes is. */
  private static String rest(Grid grid, List<Integer> columns) {
    return columns.contains(0)
        ? grid.head().stream().skip(1).collect(Collectors.joining("  ·  "))
        : grid.head().get(0);
  }

  /** The names of several runs, each in as many lines as it needs. */
  private void heads(Grid grid, List<Integer> columns, int width) {
    List<List<String>> names =
        columns.stream().map(column -> wrapped(grid.head().get(column), width / LETTER)).toList();
    int lines = names.stream().mapToInt(List::size).max().orElse(1);
    for (int line = 0; line < lines; line++) {
      y += line == 0 ? 0 : LINE - LETTER;
      for (int index = 0; index < names.size(); index++) {
        if (line < names.get(index).size()) {
          text("small", MARGIN + width * index, names.get(index).get(line));
        }
      }
    }
  }

  /** Room for the outcomes of one run. */
  private static int width(Grid grid, List<Integer> columns) {
    if (columns.size() != 1) {
      return Math.min(MARK_COLUMN, (WIDTH - MARGIN) / Math.max(1, columns.size()));
    }
    int column = columns.get(0);
    int longest =
        grid.rows().stream().mapToInt(row -> row.get(column).text().length()).max().orElse(0);
    return Math.max(MARK_COLUMN, LETTER * longest + MARGIN);
  }

  private static List<String> wrapped(String sentence, int letters) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : sentence.split(" ", -1)) {
      if (line.length() > 0 && line.length() + word.length() >= letters) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private void line(String style, int x, String text) {
    y += LINE;
    text(style, x, text);
  }

  private void text(String style, int x, String text) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>\n",
            style,
            x,
            y,
            HtmlText.of(text)));
  }
}
