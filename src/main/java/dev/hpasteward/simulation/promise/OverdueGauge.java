package dev.hpasteward.simulation.promise;

import dev.hpasteward.simulation.promise.Terms.Form;
import dev.hpasteward.simulation.run.RunObserver;
import dev.hpasteward.simulation.run.SyncRecord;

/**
 * Remembers when a free-capacity metric asked in vain, even where another metric has asked since.
 */
final class OverdueGauge implements RunObserver {

  private final Terms terms;
  private final TriggerWatches watches;
  private final Recently recently;

  OverdueGauge(Terms terms, TriggerWatches watches) {
    this.terms = terms;
    this.watches = watches;
    this.recently = new Recently(terms);
  }

  @Override
  public void observe(SyncRecord sync) {
    for (TriggerWatch watch : watches.all()) {
      if (watch.isOverdue() && terms.form(watch.metric()) == Form.DOCUMENTED) {
        recently.mark(sync.time());
      }
    }
  }

  /** Whether pods that it did not bring about are missing at this sync. */
  boolean matters(SyncRecord sync) {
    return recently.isSo(sync.time());
  }
}
