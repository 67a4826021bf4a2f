package dev.hpasteward.simulation.promise;

import dev.hpasteward.simulation.run.FigureCounter;
import dev.hpasteward.simulation.run.RunObserver;
import dev.hpasteward.simulation.run.RunPlan;
import dev.hpasteward.simulation.run.SyncRecord;
import java.util.List;

/** The checks of all promises, in their order. */
public final class PromiseChecks implements RunObserver {

  private final TriggerWatches watches;
  private final List<PromiseCheck> checks;

  private PromiseChecks(TriggerWatches watches, List<PromiseCheck> checks) {
    this.watches = watches;
    this.checks = checks;
  }

  /**
   * For a run of this plan.
   *
   * @param figures counts the same run, and has seen as much of it whenever verdicts are asked for
   */
  public static PromiseChecks of(RunPlan plan, FigureCounter figures) {
    Terms terms = new Terms(plan);
    TriggerWatches watches = new TriggerWatches(terms);
    return new PromiseChecks(
        watches,
        List.of(
            new ScaleUpTriggeredCheck(terms, watches, figures),
            new CapacityInTimeCheck(terms, watches, figures),
            new OnlyWhenAllMetCheck(terms),
            new ScaleDownHappensCheck(terms),
            new NoFlappingCheck(terms),
            new NoSessionCutCheck(plan),
            new BoundsKeptCheck(plan)));
  }

  @Override
  public void begin(double load) {
    for (PromiseCheck check : checks) {
      check.begin(load);
    }
  }

  @Override
  public void observe(SyncRecord sync) {
    watches.observe(sync);
    for (PromiseCheck check : checks) {
      check.observe(sync);
    }
  }

  /** One verdict for each promise, in their order. */
  public List<PromiseVerdict> verdicts() {
    return checks.stream().map(PromiseCheck::verdict).toList();
  }
}
