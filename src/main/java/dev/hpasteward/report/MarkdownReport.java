package dev.hpasteward.report;

import dev.hpasteward.check.Verdict;
import dev.hpasteward.source.Mistake;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;

/** A comment for a pull request: what is wrong in a table, what to do below it. */
public final class MarkdownReport implements Report {

  /** GitHub takes 65,536 characters. */
  private static final int LONGEST = 60_000;

  /** Letters that a terminal would obey. */
  private static final Pattern UNSEEN = Pattern.compile("\\p{Cntrl}");

  @Override
  public void write(Checked checked, Appendable out) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("### HPA Steward: ").append(checked.summary()).append("\n");
    boolean any = checked.verdicts().stream().anyMatch(verdict -> !verdict.findings().isEmpty());
    if (any) {
      text.append("\n| | where | object | rule | found | allowed | fix |\n");
      text.append("|---|---|---|---|---|---|---|\n");
    }
    int left = 0;
    StringBuilder remarks = new StringBuilder();
    for (Verdict verdict : checked.verdicts()) {
      for (Verdict.Placed placed : verdict.findings()) {
        String row = row(verdict, placed);
        if (text.length() + row.length() > LONGEST) {
          left++;
        } else {
          text.append(row);
        }
      }
    }
    for (Verdict verdict : checked.verdicts()) {
      for (String remark : verdict.remarks()) {
        String line = "- %s: %s\n".formatted(object(verdict), cell(remark));
        if (text.length() + remarks.length() + line.length() > LONGEST) {
          left++;
        } else {
          remarks.append(line);
        }
      }
    }
    if (!remarks.isEmpty()) {
      text.append('\n').append(remarks);
    }
    if (left > 0) {
      text.append("\nand ").append(left).append(" more\n");
    }
    if (!checked.mistakes().isEmpty()) {
      text.append("\nUnreadable:\n\n");
      for (Mistake mistake : checked.mistakes()) {
        if (text.length() < LONGEST) {
          text.append("- ").append(code(mistake.toString())).append('\n');
        }
      }
    }
    out.append(text);
  }

  private static String row(Verdict verdict, Verdict.Placed placed) {
    var finding = placed.finding();
    return "| %s | %s | %s | `%s` | %s | %s | %s |\n"
        .formatted(
            Level.of(finding).name().toLowerCase(Locale.ROOT),
            code(FindingText.place(verdict, placed)),
            object(verdict),
            finding.rule().id(),
            cell(finding.found()),
            cell(finding.allowed()),
            cell(finding.fix()));
  }

  private static String object(Verdict verdict) {
    return code(verdict.manifest().kind() + " " + verdict.namespace() + "/" + verdict.name());
  }

  /** In a span of code nothing is markup but the mark that ends it and the table's own. */
  private static String code(String text) {
    return "`" + oneLine(text).replace("`", "'").replace("|", "\\|") + "`";
  }

  private static String cell(String text) {
    StringBuilder safe = new StringBuilder();
    for (char letter : oneLine(text).toCharArray()) {
      safe.append("\\`*_{}[]<>()#+!|~@".indexOf(letter) >= 0 ? "\\" + letter : letter);
    }
    return safe.toString();
  }

  private static String oneLine(String text) {
    String line = text.replaceAll("\\s+", " ");
    return UNSEEN.matcher(line).replaceAll(letter -> "?");
  }
}
