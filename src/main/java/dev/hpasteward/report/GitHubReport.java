package dev.hpasteward.report;

import dev.hpasteward.check.Verdict;
import dev.hpasteward.model.Excerpt;
import dev.hpasteward.source.Mistake;
import java.io.IOException;
import java.util.Locale;

/** GitHub workflow commands: findings become annotations of the lines that they are about. */
public final class GitHubReport implements Report {

  @Override
  public void write(Checked checked, Appendable out) throws IOException {
    for (Verdict verdict : checked.verdicts()) {
      String file = verdict.manifest().place().source();
      for (Verdict.Placed placed : verdict.findings()) {
        Level level = Level.of(placed.finding());
        command(
            level == Level.NOTE ? "notice" : level.name().toLowerCase(Locale.ROOT),
            file,
            placed.position().line(),
            placed.position().column(),
            placed.finding().rule().id(),
            FindingText.whole(placed.finding()),
            out);
      }
      for (String remark : verdict.remarks()) {
        command(
            checked.isBad(verdict) && !verdict.corrected().isEmpty() ? "warning" : "notice",
            file,
            verdict.position().line(),
            verdict.position().column(),
            verdict.manifest().kind() + " " + Excerpt.plain(verdict.name()),
            remark,
            out);
      }
    }
    for (Mistake mistake : checked.mistakes()) {
      command(
          "error",
          mistake.source(),
          mistake.line(),
          mistake.column(),
          "unreadable",
          mistake.text(),
          out);
    }
    out.append(checked.summary()).append('\n');
  }

  private static void command(
      String level, String file, int line, int column, String title, String text, Appendable out)
      throws IOException {
    out.append("::").append(level).append(" file=").append(property(file));
    if (line > 0) {
      out.append(",line=" + line + ",col=" + column);
    }
    out.append(",title=").append(property(title)).append("::").append(data(text)).append('\n');
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
