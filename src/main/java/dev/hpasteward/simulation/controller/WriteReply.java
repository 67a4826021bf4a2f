package dev.hpasteward.simulation.controller;

import org.jspecify.annotations.Nullable;

/**
 * What a write of the scale came to.
 *
 * @param at when it was answered, in nanoseconds; of a success, the time of the scale event that
 *     the controller remembers
 * @param error the API server's words; null for a success
 * @param conflict whether the error is a conflict, which is tried again, five times in all
 */
public record WriteReply(long at, @Nullable String error, boolean conflict) {

  /** The write was accepted. */
  public static WriteReply accepted(long at) {
    return new WriteReply(at, null, false);
  }
}
