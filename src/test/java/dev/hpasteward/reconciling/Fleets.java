package dev.hpasteward.reconciling;

import java.util.ArrayDeque;
import java.util.Deque;

/** Fleets that have their HPA: several are made at once, so that they wait for it together. */
final class Fleets {

  private static final int TOGETHER = 6;

  private static final Deque<Fleet> MADE = new ArrayDeque<>();

  private Fleets() {}

  /** One that no other test has. */
  static synchronized Fleet generated() {
    if (MADE.isEmpty()) {
      for (int i = 0; i < TOGETHER; i++) {
        MADE.add(Fleet.enforced(Fleets.class).apply(Fleet.deployment("")));
      }
    }
    return MADE.remove().awaitAutoscalers(Fleet.GENERATED);
  }
}
