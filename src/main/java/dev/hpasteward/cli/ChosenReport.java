package dev.hpasteward.cli;

import dev.hpasteward.check.Examination;
import dev.hpasteward.check.Verdict;
import dev.hpasteward.policy.Action;
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

  /** Writes how objects come off, and gives the exit code for it. */
  int tell(Examination.Result result, ScalingPolicy policy, PrintWriter out) throws IOException {
    report().write(new Checked(policy, result), out);
    out.flush();
    return code(result);
  }

  /** The exit code for how objects come off. */
  int code(Examination.Result result) {
    if (!result.mistakes().isEmpty()) {
      return ExitCode.USAGE;
    }
    return result.verdicts().stream().anyMatch(this::isBad) ? 1 : 0;
  }

  private boolean isBad(Verdict verdict) {
    return verdict.outcome() == Verdict.Outcome.DENIED
        || (warningsAsErrors && (!verdict.corrected().isEmpty() || isWarnedAbout(verdict)));
  }

  /** What is exempt is told of too, but was agreed on. */
  private static boolean isWarnedAbout(Verdict verdict) {
    return verdict.findings().stream()
        .map(Verdict.Placed::finding)
        .anyMatch(finding -> finding.action() == Action.WARN && finding.exemption().isEmpty());
  }

  private Report report() {
    return switch (form) {
      case text -> new TextReport(new Palette(Terminal.wantsColours()), verbose);
      case json -> new JsonReport();
      case sarif -> new SarifReport(ProgramVersion.number());
      case junit -> new JunitReport();
      case github -> new GitHubReport();
      case markdown -> new MarkdownReport();
    };
  }
}
