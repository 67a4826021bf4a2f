package dev.hpasteward.simulation.promise;

import dev.hpasteward.simulation.run.RunObserver;
import dev.hpasteward.simulation.run.SyncRecord;
import java.util.ArrayList;
import java.util.List;

/** A watch for each documented metric that somebody serves. */
final class TriggerWatches implements RunObserver {

  private final List<TriggerWatch> watches;

  TriggerWatches(Terms terms) {
    List<TriggerWatch> all = new ArrayList<>();
    for (int index = 0; index < terms.metrics().size(); index++) {
      if (terms.metrics().get(index).served()) {
        all.add(new TriggerWatch(terms, index));
      }
    }
    this.watches = List.copyOf(all);
  }

  @Override
  public void observe(SyncRecord sync) {
    for (TriggerWatch watch : watches) {
      watch.observe(sync);
    }
  }

  List<TriggerWatch> all() {
    return watches;
  }
}
