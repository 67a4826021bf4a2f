package dev.hpasteward.report.picture;

import dev.hpasteward.report.simulation.OutcomeText;
import java.util.List;

/** A picture as one page that needs nothing else: it opens without a network. */
public final class HtmlPicture {

  private HtmlPicture() {}

  /** The page. */
  public static String of(Picture picture) {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src \
        'unsafe-inline'; script-src 'unsafe-inline'; img-src data:">
        <link rel="icon" href="data:,">
        """);
    element("title", picture.title(), page);
    page.append("<style>\n").append(PageParts.chartStyle()).append("\n");
    page.append(PageParts.own("page.css")).append("</style>\n</head>\n<body>\n<main>\n");
    element("h1", picture.title(), page);
    picture.summary().forEach(sentence -> element("p", sentence, page));
    table(picture.promises(), page);
    for (int index = 0; index < picture.panels().size(); index++) {
      figure(picture.panels().get(index), index, page);
    }
    picture.tables().forEach(table -> table(table, page));
    page.append("</main>\n<script type=\"application/json\" id=\"panels\">")
        .append(PanelJson.of(picture))
        .append("</script>\n<script>\n")
        .append(PageParts.chartScript())
        .append("\n</script>\n<script>\n")
        .append(PageParts.own("page.js"))
        .append("</script>\n</body>\n</html>\n");
    return page.toString();
  }

  private static void figure(Panel panel, int index, StringBuilder page) {
    page.append("<figure>\n<figcaption>");
    element("strong", panel.title(), page);
    element("span", panel.description(), page);
    page.append("</figcaption>\n<div class=\"chart\" id=\"panel-%d\"></div>\n".formatted(index))
        .append("</figure>\n");
  }

  private static void table(Grid grid, StringBuilder page) {
    page.append("<section>\n");
    element("h2", grid.title(), page);
    if (grid.rows().isEmpty()) {
      page.append("<p>None.</p>\n</section>\n");
      return;
    }
    page.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
        .append(HtmlText.of(grid.title()))
        .append("\">\n<table>\n<thead><tr>");
    grid.head()
        .forEach(
            title -> page.append("<th scope=\"col\">").append(HtmlText.of(title)).append("</th>"));
    page.append("</tr></thead>\n<tbody>\n");
    grid.rows().forEach(row -> row(grid, row, page));
    page.append("</tbody>\n</table>\n</div>\n</section>\n");
  }

  private static void row(Grid grid, List<Grid.Cell> row, StringBuilder page) {
    page.append("<tr>");
    for (int column = 0; column < row.size(); column++) {
      Grid.Cell cell = row.get(column);
      String tag = column == 0 ? "th scope=\"row\"" : "td";
      page.append('<').append(tag).append(" data-title=\"");
      page.append(HtmlText.of(grid.head().get(column))).append('"');
      cell.outcome()
          .ifPresent(
              outcome -> page.append(" class=\"").append(OutcomeText.id(outcome)).append('"'));
      page.append('>').append(HtmlText.of(cell.text()));
      page.append(column == 0 ? "</th>" : "</td>");
    }
    page.append("</tr>\n");
  }

  private static void element(String tag, String text, StringBuilder page) {
    page.append('<').append(tag).append('>').append(HtmlText.of(text));
    page.append("</").append(tag).append(">\n");
  }
}
