package dev.hpasteward.simulation.load;

import org.jspecify.annotations.Nullable;

/** Recorded points, one after the other: a recording may be longer than memory. */
@FunctionalInterface
public interface LoadPoints {

  /** The next point, never earlier than the one before; null after the last. */
  @Nullable LoadPoint next();
}
