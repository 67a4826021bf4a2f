package dev.hpasteward.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How many sessions people want, and for how long it is watched. */
final class SimulatedLoadOptions {

  @Option(
      names = "--load",
      paramLabel = "SHAPE",
      completionCandidates = LoadNames.class,
      description = "${COMPLETION-CANDIDATES} (default: all, a line each).")
  @Nullable String shape;

  @Option(
      names = "--load-file",
      paramLabel = "FILE",
      description =
          "A recorded load instead: CSV with time in seconds and number of sessions, such as"
              + " 15,120.")
  @Nullable Path file;

  @Option(
      names = "--base",
      paramLabel = "N",
      description = "Sessions at quiet times (default: what two fifths of the fewest pods hold).")
  @Nullable String base;

  @Option(
      names = "--peak",
      paramLabel = "N",
      description = "Sessions at busy times (default: what half of the most pods hold).")
  @Nullable String peak;

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      description =
          "How long: 90s, 5m, 1h30m, 2d (default: 2h; of a recorded load, as long as that is).")
  @Nullable String duration;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of all that is random; the same seed gives the same run (${DEFAULT-VALUE}).")
  long seed = 1;

  SimulatedLoadOptions() {}
}
