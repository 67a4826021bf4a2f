package dev.hpasteward.simulation.promise;

import dev.hpasteward.simulation.run.RunObserver;
import dev.hpasteward.simulation.run.RunPlan;
import dev.hpasteward.simulation.run.SyncRecord;
import java.util.Arrays;

/**
 * By how much the load rose within the time that a pod needs: from the change, over the samples'
 * lag, the sync and the scale-up window, until a pod is ready, on a new node if need be.
 */
final class LoadRise implements RunObserver {

  private static final int LONGEST = 10_000;

  private final long lead;
  private final double[] loads;
  private int next;
  private double lowest = Double.POSITIVE_INFINITY;

  LoadRise(Terms terms) {
    long sync = RunPlan.SYNC_PERIOD.toNanos();
    long start = terms.plan().workload().start().longest().toNanos();
    long lag = terms.plan().workload().measuring().lag().toNanos();
    this.lead = lag + sync + terms.scaleUpWindow() + start;
    this.loads = new double[(int) Math.min(LONGEST, lead / sync + 1)];
    Arrays.fill(loads, Double.NaN);
  }

  @Override
  public void begin(double load) {
    add(load);
  }

  @Override
  public void observe(SyncRecord sync) {
    add(sync.load());
  }

  private void add(double load) {
    lowest = Math.min(lowest, load);
    loads[next] = load;
    next = (next + 1) % loads.length;
  }

  /** In words. */
  String sentence() {
    double now = loads[(next + loads.length - 1) % loads.length];
    double least = now;
    for (double load : loads) {
      least = load < least ? load : least;
    }
    long risen = Math.round(now - least);
    if (risen > 0) {
      return "the load rose by %s within the %s that a new pod needs"
          .formatted(Wording.count(risen, "session"), Wording.length(lead));
    }
    return Math.round(now - lowest) > 0
        ? "the load rose more than %s ago, and the fleet grows in rounds"
            .formatted(Wording.length(lead))
        : "the load never was lower, and the fleet grows in rounds";
  }
}
