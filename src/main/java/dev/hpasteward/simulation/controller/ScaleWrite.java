package dev.hpasteward.simulation.controller;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of writing the target's scale, conflicts tried again (client-go, util/retry,
 * DefaultRetry).
 *
 * @param count how many writes it took
 * @param at when the last one was answered, in nanoseconds
 * @param error why the last one failed; null if it did not
 */
record ScaleWrite(int count, long at, @Nullable String error) {

  private static final int MOST = 5;

  static ScaleWrite of(SyncInputs inputs) {
    List<WriteReply> replies = inputs.writes();
    for (int index = 0; index < Math.min(MOST, replies.size()); index++) {
      WriteReply reply = replies.get(index);
      if (reply.error() == null || !reply.conflict() || index == MOST - 1) {
        return new ScaleWrite(index + 1, reply.at(), reply.error());
      }
    }
    return new ScaleWrite(replies.size() + 1, inputs.decidedAt(), null);
  }
}
