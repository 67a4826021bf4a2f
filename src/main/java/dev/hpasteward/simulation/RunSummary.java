package dev.hpasteward.simulation;

import dev.hpasteward.simulation.promise.Outcome;
import dev.hpasteward.simulation.promise.Promise;
import dev.hpasteward.simulation.promise.PromiseVerdict;
import dev.hpasteward.simulation.run.Figures;
import java.util.List;

/**
 * What a run came to. Equal plans have equal summaries.
 *
 * @param figures the run in figures
 * @param promises one verdict for each promise, in their order
 */
public record RunSummary(Figures figures, List<PromiseVerdict> promises) {

  public RunSummary {
    promises = List.copyOf(promises);
  }

  /** The verdict on a promise. */
  public PromiseVerdict verdict(Promise promise) {
    return promises.stream()
        .filter(verdict -> verdict.promise() == promise)
        .findFirst()
        .orElseThrow();
  }

  /** Whether a promise was broken that could have been kept. */
  public boolean isBroken() {
    return promises.stream().anyMatch(PromiseVerdict::isBroken);
  }

  /** How many promises came to this. */
  public long count(Outcome outcome) {
    return promises.stream().filter(verdict -> verdict.outcome() == outcome).count();
  }
}
