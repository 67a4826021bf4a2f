package dev.hpasteward.simulation.controller;

import org.jspecify.annotations.Nullable;

/**
 * What the controller keeps of an HPA from sync to sync. It is as large as the longest window and
 * the longest period of a rate need, however long the run is.
 *
 * @param recommendations what metrics asked for lately
 * @param added scalings up, kept while the HPA has a {@code behavior}
 * @param removed scalings down, likewise
 */
public record ControllerMemory(
    Recommendations recommendations, ScaleEvents added, ScaleEvents removed) {

  /** After a start of the controller. */
  public static final ControllerMemory EMPTY =
      new ControllerMemory(Recommendations.NONE, ScaleEvents.NONE, ScaleEvents.NONE);

  /** A scaling more; without {@code behavior} nobody would ask for it (storeScaleEvent). */
  ControllerMemory withScaling(@Nullable Behavior behavior, int before, int after, long now) {
    if (behavior == null) {
      return this;
    }
    return after > before
        ? new ControllerMemory(
            recommendations,
            added.with(after - before, now, now - Rates.longestPeriod(behavior.up())),
            removed)
        : new ControllerMemory(
            recommendations,
            added,
            removed.with(before - after, now, now - Rates.longestPeriod(behavior.down())));
  }
}
