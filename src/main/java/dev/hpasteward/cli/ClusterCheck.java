package dev.hpasteward.cli;

import dev.hpasteward.check.Examination;
import dev.hpasteward.check.Preview;
import dev.hpasteward.check.Settings;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.report.PreviewJson;
import dev.hpasteward.report.PreviewText;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** The objects of a cluster: how they stand, and how they would under another policy. */
final class ClusterCheck {

  private final ClusterObjects found;
  private final Settings settings;
  private final ChosenReport report;
  private final PrintWriter out;
  private final PrintWriter err;

  /**
   * By the policy that holds there.
   *
   * @param rules those that are told
   */
  ClusterCheck(
      ClusterObjects found,
      Set<RuleId> rules,
      ChosenReport report,
      PrintWriter out,
      PrintWriter err) {
    this.found = found;
    this.settings =
        new Settings(
            found.installed().policy(), "", Map.of(), found.version(), rules, Instant.now(), true);
    this.report = report;
    this.out = out;
    this.err = err;
  }

  /** Tells how they stand. */
  int told() throws IOException {
    tellOfDoubt();
    return report.tell(
        Examination.ofStored(found.objects(), settings).result(), settings.policy(), out);
  }

  /**
   * Tells what another policy would change; in a form that knows verdicts only, how they would
   * stand.
   */
  int under(ScalingPolicy other) throws IOException {
    Settings then = settings.under(other);
    return switch (report.form()) {
      case text -> {
        tellOfDoubt();
        Preview preview = Preview.of(found.objects(), settings, then);
        new PreviewText(new Palette(Terminal.wantsColours())).write(preview, out);
        yield ended(preview, other);
      }
      case json -> {
        tellOfDoubt();
        Preview preview = Preview.of(found.objects(), settings, then);
        PreviewJson.write(preview, settings.policy(), other, out);
        yield ended(preview, other);
      }
      case sarif, junit, github, markdown ->
          report.tell(Examination.ofStored(found.objects(), then).result(), other, out);
    };
  }

  private int ended(Preview preview, ScalingPolicy other) {
    if (out.checkError()) {
      throw new UnusableInput("the preview can't be written: what it goes to takes no more");
    }
    return report.code(preview.then(), other);
  }

  private void tellOfDoubt() {
    found.installed().doubt().ifPresent(doubt -> err.println("by the embedded policy: " + doubt));
    err.flush();
  }
}
