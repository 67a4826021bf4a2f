package dev.hpasteward.cli;

import dev.hpasteward.check.Examination;
import dev.hpasteward.check.Examination.Extent;
import dev.hpasteward.check.Settings;
import dev.hpasteward.document.ManifestText;
import dev.hpasteward.source.Mistake;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.ExitCode;

/** Manifests in files, or piped in: their verdict, what would change in them, and what does. */
final class FileCheck {

  private final GivenManifests given;
  private final Settings settings;
  private final ChosenReport report;
  private final PrintWriter out;
  private final PrintWriter err;

  FileCheck(
      GivenManifests given,
      Settings settings,
      ChosenReport report,
      PrintWriter out,
      PrintWriter err) {
    this.given = given;
    this.settings = settings;
    this.report = report;
    this.out = out;
    this.err = err;
  }

  /** Tells how they come off. */
  int told() throws IOException {
    return told(Examination.of(given.texts(), settings), out);
  }

  /** Shows the difference for who reads or pipes it, the verdict beside it. */
  int shown(Extent extent) throws IOException {
    Examination examination = Examination.of(given.texts(), settings);
    RewrittenFiles rewritten = RewrittenFiles.of(examination.wanted(extent));
    rewritten.showDifferences(new Palette(Terminal.wantsColours()), out);
    if (out.checkError()) {
      throw new UnusableInput("the difference can't be written: what it goes to takes no more");
    }
    if (extent == Extent.POLICY) {
      tellRefused(rewritten);
    }
    return told(examination, err);
  }

  /** Writes them as the policy wants them, and tells how they come off then. */
  int fixed() throws IOException {
    RewrittenFiles rewritten =
        RewrittenFiles.of(Examination.of(given.texts(), settings).wanted(Extent.POLICY));
    List<Mistake> unwritten = rewritten.write(given);
    boolean piped = false;
    for (ManifestText before : given.texts()) {
      if (given.file(before).isEmpty()) {
        print(rewritten.text(before).text());
        piped = true;
      }
    }
    out.flush();
    tellRefused(rewritten);
    err.printf("fixed: objects %d, files %d%n", rewritten.objects(), rewritten.texts());
    unwritten.forEach(mistake -> err.println("not written: " + mistake));
    err.flush();
    List<ManifestText> now = given.texts().stream().map(rewritten::text).toList();
    int code = told(Examination.of(now, settings), piped ? err : out);
    return unwritten.isEmpty() ? code : ExitCode.USAGE;
  }

  private void tellRefused(RewrittenFiles rewritten) {
    rewritten.refused().forEach(mistake -> err.println("not fixed: " + mistake));
  }

  /** As it was read, whatever the terminal's own letters are. */
  private static void print(String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    System.out.write(utf8, 0, utf8.length);
    if (System.out.checkError()) {
      throw new IOException("standard output takes no more");
    }
  }

  private int told(Examination examination, PrintWriter to) throws IOException {
    Palette colours =
        new Palette(to == err ? Terminal.wantsColoursOnError() : Terminal.wantsColours());
    Examination.Result found = examination.result();
    Examination.Result all =
        new Examination.Result(
            found.verdicts(),
            found.others(),
            Stream.concat(given.mistakes().stream(), found.mistakes().stream()).toList());
    return report.tell(all, settings.policy(), colours, to);
  }
}
