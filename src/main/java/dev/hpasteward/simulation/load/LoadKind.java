package dev.hpasteward.simulation.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The shapes that are computed, each fitted to a run's length. */
public enum LoadKind {
  /** Up at a quarter of the run, back at five eighths. */
  STEP,
  /** Up during the second quarter, back during the next, then low. */
  RAMP,
  /** Up for a twelfth of the run. */
  SPIKE,
  /** A day and a night; in runs shorter than a day, one of the run's length. */
  DIURNAL,
  /** Four slow rises with a sudden fall after each; in runs of days, four a day. */
  SAWTOOTH,
  /** A new random level every five minutes, and a straight line from one to the next. */
  NOISE;

  private static final Duration DAY = Duration.ofHours(24);
  private static final Duration NOISE_INTERVAL = Duration.ofMinutes(5);

  /** As people write it: {@code step}, {@code ramp} and so on. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of this id. */
  public static Optional<LoadKind> of(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
  }

  /**
   * A load of this kind.
   *
   * @param low sessions at quiet times, 0 or more
   * @param high sessions at busy times, at least {@code low}
   * @param length of the run
   */
  public LoadShape between(double low, double high, Duration length) {
    Levels levels = new Levels(low, high);
    long run = length.toNanos();
    long day = Math.min(run, DAY.toNanos());
    return switch (this) {
      case STEP -> new StepLoad(levels, run / 4, run / 8 * 5);
      case RAMP -> new RampLoad(levels, run / 4, run / 2, run / 4 * 3);
      case SPIKE -> new StepLoad(levels, run / 4, run / 3);
      case DIURNAL -> new DiurnalLoad(levels, day);
      case SAWTOOTH -> new SawtoothLoad(levels, Math.max(1, day / 4));
      case NOISE -> new NoiseLoad(levels, NOISE_INTERVAL.toNanos());
    };
  }
}
