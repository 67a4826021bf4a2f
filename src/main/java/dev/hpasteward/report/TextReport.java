package dev.hpasteward.report;

import dev.hpasteward.check.Verdict;
import dev.hpasteward.message.Sentence;
import dev.hpasteward.model.Excerpt;
import dev.hpasteward.source.Mistake;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** For people: by file and object, each finding with its place, why and what to do. */
public final class TextReport implements Report {

  private static final String INDENT = "      ";

  private final Colours colours;
  private final boolean all;

  /**
   * A form.
   *
   * @param colours how to mark what is grave
   * @param all whether objects that nothing is wrong with are named too
   */
  public TextReport(Colours colours, boolean all) {
    this.colours = colours;
    this.all = all;
  }

  /** Marks text on a terminal; elsewhere leaves it as it is. */
  public interface Colours {
    String title(String text);

    String good(String text);

    String bad(String text);

    String warning(String text);

    String faint(String text);
  }

  @Override
  public void write(Checked checked, Appendable out) throws IOException {
    Map<String, List<Verdict>> byFile =
        checked.verdicts().stream()
            .filter(verdict -> all || tells(verdict))
            .collect(
                Collectors.groupingBy(
                    verdict -> verdict.manifest().place().source(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    for (Map.Entry<String, List<Verdict>> file : byFile.entrySet()) {
      out.append(colours.title(file.getKey())).append('\n');
      for (Verdict verdict : file.getValue()) {
        write(verdict, out);
      }
      out.append('\n');
    }
    for (Mistake mistake : checked.mistakes()) {
      out.append(colours.bad("unreadable")).append(' ').append(mistake.toString()).append('\n');
    }
    String summary = checked.summary();
    boolean bad = checked.count(Verdict.Outcome.DENIED) > 0 || !checked.mistakes().isEmpty();
    out.append(bad ? colours.bad(summary) : colours.good(summary)).append('\n');
  }

  private static boolean tells(Verdict verdict) {
    return !verdict.findings().isEmpty() || !verdict.warnings().isEmpty();
  }

  private void write(Verdict verdict, Appendable out) throws IOException {
    out.append("  ")
        .append(outcome(verdict.outcome()))
        .append(' ')
        .append(verdict.manifest().kind())
        .append(' ')
        .append(Excerpt.plain(verdict.namespace()))
        .append('/')
        .append(Excerpt.plain(verdict.name()))
        .append(verdict.serviceType().map(type -> " (" + type + ")").orElse(""))
        .append('\n');
    for (Verdict.Placed placed : verdict.findings()) {
      write(placed, out);
    }
    for (String remark : verdict.remarks()) {
      indented(remark, "    ", out);
    }
  }

  private void write(Verdict.Placed placed, Appendable out) throws IOException {
    var finding = placed.finding();
    out.append("    ");
    if (placed.position().line() > 0) {
      String place = placed.position().line() + ":" + placed.position().column();
      out.append(colours.faint(place)).append(' ');
    }
    out.append(Level.of(finding).word(colours))
        .append(' ')
        .append(Sentence.of(finding))
        .append('\n');
    if (finding.exemption().isPresent()) {
      out.append(INDENT).append("exempt\n");
      return;
    }
    if (finding.explanation().isPresent()) {
      indented("why: " + finding.explanation().get(), INDENT, out);
    }
    indented("fix: " + finding.fix(), INDENT, out);
  }

  private static void indented(String text, String indent, Appendable out) throws IOException {
    for (String line : text.split("\n", -1)) {
      out.append(indent).append(line).append('\n');
    }
  }

  private String outcome(Verdict.Outcome outcome) {
    return switch (outcome) {
      case DENIED -> colours.bad("denied ");
      case WARNED -> colours.warning("warned ");
      case ALLOWED -> colours.good("fine   ");
      case UNGOVERNED -> colours.faint("no say ");
    };
  }
}
