package dev.hpasteward.cli;

import dev.hpasteward.replay.Outcome;
import dev.hpasteward.replay.Replay;
import dev.hpasteward.replay.UnreadableVectorsException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code simulate --replay}: recorded runs of the real controller. */
final class ReplayCall {

  private ReplayCall() {}

  /**
   * A replay runs nothing of what other options are about.
   *
   * @throws UnusableInput if any is there
   */
  static void checkAlone(ParseResult given) {
    String others =
        given.matchedOptions().stream()
            .map(OptionSpec::longestName)
            .filter(name -> !name.equals("--replay") && !name.equals("--output"))
            .distinct()
            .collect(Collectors.joining(", "));
    if (!others.isEmpty()) {
      throw new UnusableInput(
          "--replay is about recorded runs and nothing else: leave out " + others);
    }
  }

  /** Replays them; the exit code. */
  static int of(Path vectors, SimulationForm output, PrintWriter out) {
    Outcome outcome = replayed(vectors);
    ReplayedVectors report = new ReplayedVectors(outcome);
    switch (output) {
      case text -> report.writeText(new Palette(Terminal.wantsColours()), out);
      case json -> report.writeJson(out);
      case junit ->
          throw new UnusableInput("--replay has no JUnit form: write --output=text or json");
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
