package dev.hpasteward.experiment;

import dev.hpasteward.simulation.run.Figures;

/** How hard a service had it. */
public final class Strain {

  private static final double SECONDS_PER_MINUTE = 60;

  private Strain() {}

  /** Minutes at a documented scale-up threshold or past it, of the metric that was so longest. */
  public static double minutesPast(Figures figures) {
    return figures.past().stream().mapToDouble(Figures.Past::seconds).max().orElse(0)
        / SECONDS_PER_MINUTE;
  }

  /** Minutes in which somebody found no room. */
  public static double minutesLate(Figures figures) {
    return figures.secondsTurningAway() / SECONDS_PER_MINUTE;
  }
}
