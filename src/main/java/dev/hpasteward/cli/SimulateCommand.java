package dev.hpasteward.cli;

import dev.hpasteward.replay.Outcome;
import dev.hpasteward.replay.Replay;
import dev.hpasteward.replay.UnreadableVectorsException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code simulate}: the HPA controller without a cluster. */
@Command(
    name = "simulate",
    description =
        "Replays recorded runs of the HPA controller of Kubernetes, and says whether the simulated"
            + " one decides the same: replicas, writes, conditions, metrics and errors of each"
            + " sync. Needs no cluster.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  hpa-steward simulate --replay=src/test/resources/hpa-traces",
      "  hpa-steward simulate --replay=trace.jsonl.gz --output=json",
      "",
      "Exit codes: 0 all agree, 1 something differs, 2 bad usage or something that can't be read,",
      "3 a fault of the program."
    })
final class SimulateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--replay",
      paramLabel = "PATH",
      description =
          "File with recorded runs (.jsonl, .jsonl.gz), or a folder with such files at any depth.")
  private @Nullable Path vectors;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORM",
      description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
  private Form output = Form.text;

  /** As they are written on the command line. */
  enum Form {
    text,
    json
  }

  SimulateCommand() {}

  @Override
  public Integer call() {
    if (vectors == null) {
      throw new ParameterException(spec.commandLine(), "Name recorded runs: --replay=PATH");
    }
    Outcome outcome = replayed(vectors);
    PrintWriter out = spec.commandLine().getOut();
    ReplayedVectors report = new ReplayedVectors(outcome);
    switch (output) {
      case text -> report.writeText(new Palette(Terminal.wantsColours()), out);
      case json -> report.writeJson(out);
    }
    out.flush();
    return outcome.agrees() ? 0 : 1;
  }

  private static Outcome replayed(Path vectors) {
    try {
      return Replay.of(vectors);
    } catch (UnreadableVectorsException e) {
      throw new UnusableInput(e.text());
    }
  }
}
