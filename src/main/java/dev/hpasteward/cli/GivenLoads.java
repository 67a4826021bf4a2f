package dev.hpasteward.cli;

import dev.hpasteward.experiment.ComputedLoad;
import dev.hpasteward.experiment.LoadSource;
import dev.hpasteward.simulation.load.Levels;
import dev.hpasteward.simulation.load.LoadKind;
import dev.hpasteward.simulation.run.RunPlan;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The load that a person named, or all shapes. */
final class GivenLoads {

  private static final Duration USUAL = Duration.ofHours(2);
  private static final Duration LONGEST = Duration.ofDays(366);

  private final SimulatedLoadOptions options;
  private final @Nullable RecordedFile recorded;
  private final List<LoadKind> kinds;
  private final Duration length;

  private GivenLoads(SimulatedLoadOptions options) {
    this.options = options;
    if (options.file != null
        && (options.shape != null || options.base != null || options.peak != null)) {
      throw new UnusableInput(
          "--load-file says all of the load: leave out --load, --base and --peak");
    }
    this.recorded = options.file == null ? null : RecordedFile.of(options.file);
    this.kinds =
        options.shape == null ? List.of(LoadKind.values()) : List.of(LoadNames.kind(options.shape));
    this.length = length();
  }

  static GivenLoads of(SimulatedLoadOptions options) {
    return new GivenLoads(options);
  }

  private Duration length() {
    Duration wanted =
        options.duration != null
            ? WrittenDuration.of("--duration", options.duration)
            : recorded == null ? USUAL : recorded.length(LONGEST);
    if (wanted.compareTo(RunPlan.SYNC_PERIOD) < 0 || wanted.compareTo(LONGEST) > 0) {
      throw new UnusableInput("--duration: a run is 15s to 366d long; write such as 2h");
    }
    if (recorded != null) {
      recorded.checkStart(wanted);
    }
    return wanted;
  }

  /** How long a run is. */
  Duration duration() {
    return length;
  }

  /** Those that a service is put under. */
  List<LoadSource> fitting(Levels usual) {
    if (recorded != null) {
      return List.of(recorded);
    }
    double low = options.base == null ? usual.low() : sessions("--base", options.base);
    double high = options.peak == null ? usual.high() : sessions("--peak", options.peak);
    if (high < low && options.base != null && options.peak != null) {
      throw new UnusableInput(
          "--peak: %s is less than --base, %s; write as much or more"
              .formatted(options.peak, options.base));
    }
    if (high < low) {
      // Only one of them was given: the other gives way.
      low = options.base == null ? high : low;
      high = low;
    }
    Levels levels = new Levels(low, high);
    return kinds.stream().map(kind -> (LoadSource) new ComputedLoad(kind, levels, length)).toList();
  }

  private static double sessions(String option, String text) {
    return WrittenNumber.sessions(option, text);
  }
}
