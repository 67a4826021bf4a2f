package dev.hpasteward.cli;

import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.report.RuleText;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain}: what a rule is for and how to keep it. */
@Command(
    name = "explain",
    description = "Tells what a rule is for, how to keep it, and how to be exempt from it.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  hpa-steward explain               all rules, a line each",
      "  hpa-steward explain cpu-target"
    })
final class ExplainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "RULE",
      arity = "0..1",
      completionCandidates = RuleNames.class,
      description = "Such as cpu-target (default: a list of all).")
  private @Nullable String rule;

  ExplainCommand() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Palette palette = new Palette(Terminal.wantsColours());
    if (rule == null) {
      int longest = Arrays.stream(RuleId.values()).mapToInt(id -> id.id().length()).max().orElse(0);
      for (RuleId id : RuleId.values()) {
        out.printf("%-" + longest + "s  %-4s  %s%n", id.id(), word(id), RuleText.of(id).what());
      }
    } else {
      String name = rule;
      RuleId id = RuleId.of(name).orElseThrow(() -> new UnusableInput(RuleNames.unknown(name)));
      explain(id, RuleText.of(id), palette, out);
    }
    out.flush();
    return 0;
  }

  private static void explain(RuleId id, RuleText text, Palette palette, PrintWriter out) {
    out.println(palette.title(id.id()) + " (" + word(id) + " unless the policy says otherwise)");
    out.println(text.what());
    out.println();
    out.println(text.why());
    text.policy()
        .ifPresent(
            policy -> {
              out.println();
              out.println("Once the policy says of the service type:");
              indented(policy, out);
            });
    text.bad().ifPresent(bad -> example(palette.bad("bad"), text, bad, out));
    text.good().ifPresent(good -> example(palette.good("good"), text, good, out));
    text.shownBad().ifPresent(bad -> shown(palette.bad("bad"), bad, out));
    text.shownGood().ifPresent(good -> shown(palette.good("good"), good, out));
    out.println();
    if (id == RuleId.INVALID_EXEMPTION) {
      out.println("Nothing is exempt from this rule: mend the exemption, or remove it.");
      return;
    }
    out.println("If it must be so for a while, on the object or on the Deployment that it scales:");
    out.println("  metadata:");
    out.println("    annotations:");
    out.println("      " + StewardKeys.EXEMPT + ": " + id.id());
    out.println("      " + StewardKeys.EXEMPT_REASON + ": <why>");
    out.println(
        "      "
            + StewardKeys.EXEMPT_UNTIL
            + ": <the last day, such as "
            + RuleText.EXAMPLE_DAY
            + ">");
  }

  private static void example(String title, RuleText text, String part, PrintWriter out) {
    out.println();
    out.println(title + text.kind().map(kind -> ", in a " + kind).orElse("") + ":");
    indented(part, out);
  }

  private static void shown(String title, String objects, PrintWriter out) {
    out.println();
    out.println(title + ":");
    indented(objects, out);
  }

  private static void indented(String text, PrintWriter out) {
    text.lines().forEach(line -> out.println("  " + line));
  }

  private static String word(RuleId id) {
    return id.defaultAction().name().toLowerCase(Locale.ROOT);
  }
}
