package dev.hpasteward.simulation.promise;

import dev.hpasteward.simulation.run.RunPlan;

/**
 * Remembers that something was so, for as long as a pod that was not asked for then would have
 * taken to start.
 */
final class Recently {

  private final long memory;
  private boolean ever;
  private long last;

  Recently(Terms terms) {
    this.memory =
        terms.plan().workload().start().longest().toNanos() + RunPlan.SYNC_PERIOD.toNanos();
  }

  /** It is so now. */
  void mark(long time) {
    ever = true;
    last = time;
  }

  /** Whether it was so not long before. */
  boolean isSo(long time) {
    return ever && time - last <= memory;
  }
}
