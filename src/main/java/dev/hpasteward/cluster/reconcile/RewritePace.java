package dev.hpasteward.cluster.reconcile;

import dev.hpasteward.cluster.state.ObjectKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives times to writes, so many each second. Who has one keeps it, however often it asks, so that
 * a look at everything lets nobody through early.
 */
final class RewritePace {

  private static final Duration LAPSE = Duration.ofSeconds(5);

  private final Map<ObjectKey, Instant> turns = new HashMap<>();
  private Instant next = Instant.EPOCH;

  /** When a Deployment's HPA may be written: now, or when its turn comes. */
  synchronized Instant turn(ObjectKey key, Instant now, int perSecond) {
    Instant turn = turns.get(key);
    // Who let it pass, since nothing could be written then, queues again: else all come at once.
    if (turn == null || turn.plus(LAPSE).isBefore(now)) {
      turn = next.isAfter(now) ? next : now;
      next = turn.plus(Duration.ofSeconds(1).dividedBy(perSecond));
    }
    if (turn.isAfter(now)) {
      turns.put(key, turn);
      return turn;
    }
    turns.remove(key);
    return now;
  }

  /** Its HPA need not be written any more: what comes later takes another turn. */
  synchronized void giveUp(ObjectKey key) {
    turns.remove(key);
  }
}
