package dev.hpasteward.simulation.run;

/** Somebody who watches a run. */
@FunctionalInterface
public interface RunObserver {

  /** What a sync came to. Syncs are told in their order, all of them. */
  void observe(SyncRecord sync);
}
