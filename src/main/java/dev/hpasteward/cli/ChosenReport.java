package dev.hpasteward.cli;

import dev.hpasteward.check.Examination;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.report.Checked;
import dev.hpasteward.report.GitHubReport;
import dev.hpasteward.report.JsonReport;
import dev.hpasteward.report.JunitReport;
import dev.hpasteward.report.MarkdownReport;
import dev.hpasteward.report.Report;
import dev.hpasteward.report.SarifReport;
import dev.hpasteward.report.TextReport;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** In which form a verdict is told, and what counts as a bad one. */
final class ChosenReport {

  @Option(names = "--warnings-as-errors", description = "End with 1 for warnings too.")
  private boolean warningsAsErrors;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORM",
      description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
  private Form form = Form.text;

  @Option(
      names = {"-v", "--verbose"},
      description = "As text: name objects too that nothing is wrong with.")
  private boolean verbose;

  /** As they are written on the command line. */
  enum Form {
    text,
    json,
    sarif,
    junit,
    github,
    markdown
  }

  ChosenReport() {}

  Form form() {
    return form;
  }

  /** Writes to standard output how objects come off, and gives the exit code for it. */
  int tell(Examination.Result result, ScalingPolicy policy, PrintWriter out) throws IOException {
    return tell(result, policy, new Palette(Terminal.wantsColours()), out);
  }

  /**
   * Writes how objects come off, and gives the exit code for it.
   *
   * @param colours for where it goes
   * @throws UnusableInput if nobody takes it
   */
  int tell(Examination.Result result, ScalingPolicy policy, Palette colours, PrintWriter out)
      throws IOException {
    report(colours).write(new Checked(policy, result, warningsAsErrors), out);
    if (out.checkError()) {
      throw new UnusableInput("the verdict can't be written: what it goes to takes no more");
    }
    return code(result, policy);
  }

  /** The exit code for how objects come off. */
  int code(Examination.Result result, ScalingPolicy policy) {
    if (!result.mistakes().isEmpty()) {
      return ExitCode.USAGE;
    }
    Checked checked = new Checked(policy, result, warningsAsErrors);
    return result.verdicts().stream().anyMatch(checked::isBad) ? 1 : 0;
  }

  private Report report(Palette colours) {
    return switch (form) {
      case text -> new TextReport(colours, verbose);
      case json -> new JsonReport();
      case sarif -> new SarifReport(ProgramVersion.number());
      case junit -> new JunitReport();
      case github -> new GitHubReport();
      case markdown -> new MarkdownReport();
    };
  }
}
