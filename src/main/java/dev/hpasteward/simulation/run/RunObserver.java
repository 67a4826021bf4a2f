package dev.hpasteward.simulation.run;

/** Somebody who watches a run. */
@FunctionalInterface
public interface RunObserver {

  /**
   * It begins.
   *
   * @param load how many sessions people want at the start
   */
  default void begin(double load) {}

  /** What a sync came to. Syncs are told in their order, all of them. */
  void observe(SyncRecord sync);
}
