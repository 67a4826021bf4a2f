package dev.hpasteward.simulation.promise;

import dev.hpasteward.simulation.promise.PromiseVerdict.Evidence;
import dev.hpasteward.simulation.run.RunPlan;
import dev.hpasteward.simulation.run.SyncRecord;
import dev.hpasteward.simulation.workload.WorkloadModel;
import java.util.List;
import java.util.Optional;

/**
 * In no hour the number of pods turns round hardly more often than the load. Two turns more are
 * allowed: one needless swing there and back, such as a rounding up that is taken back. A 300 s
 * window would let through twelve. The load's turns count from earlier on, since pods follow late:
 * sessions that nobody wants any more end by and by, and then the scale-down window and a rate hold
 * the pods.
 */
final class NoFlappingCheck implements PromiseCheck {

  private static final int ALLOWED_PER_HOUR = 2;
  private static final int SYNCS_OF_SLACK = 2;

  /** Syncs in an hour, one every 15 s. */
  private static final int HOUR = 240;

  private final Faults faults = new Faults(Promise.NO_FLAPPING);
  private final Turns load;
  private final Turns pods = new Turns(1);

  /** How much later than the load pods may turn. */
  private final long lateness;

  /** Turns of pods up to each sync of the last hour, and of the load; 0 before the start. */
  private final long[] podsBefore = new long[HOUR];

  private final long[] loadBefore;
  private long syncs;
  private boolean scaled;

  NoFlappingCheck(Terms terms) {
    WorkloadModel workload = terms.plan().workload();
    long sync = RunPlan.SYNC_PERIOD.toNanos();
    this.load = new Turns(Math.max(1, workload.sessionsPerPod()));
    this.lateness =
        workload.meanSession().toNanos()
            + terms.scaleDownWindow()
            + terms.scaleDownPeriod()
            + SYNCS_OF_SLACK * sync;
    this.loadBefore = new long[HOUR + (int) (lateness / sync)];
  }

  @Override
  public void observe(SyncRecord sync) {
    load.follow(sync.load());
    pods.follow(sync.desired());
    scaled |= sync.desired() != sync.replicas();
    long loadTurns = turnsSince(loadBefore, load.count());
    long podTurns = turnsSince(podsBefore, pods.count());
    syncs++;
    if (podTurns - loadTurns > ALLOWED_PER_HOUR && !faults.isKnown("flapping", sync.time())) {
      faults.add(
          "flapping",
          sync.time(),
          Outcome.BROKEN,
          """
          In the hour before %s the number of pods turned round %s, and the load %s in it and the \
          %s before; %d more are allowed."""
              .formatted(
                  Wording.time(sync.time()),
                  Wording.count(podTurns, "time"),
                  Wording.count(loadTurns, "time"),
                  Wording.length(lateness),
                  ALLOWED_PER_HOUR),
          new Evidence(
              sync.time(),
              "replicas",
              podTurns,
              Optional.of((double) (loadTurns + ALLOWED_PER_HOUR))));
    }
  }

  /** Since as many syncs as are remembered; the count takes the place of the oldest. */
  private long turnsSince(long[] before, long count) {
    int slot = (int) (syncs % before.length);
    long turns = count - before[slot];
    before[slot] = count;
    return turns;
  }

  @Override
  public PromiseVerdict verdict() {
    if (!scaled) {
      return faults.verdict(Outcome.NOT_TESTED, "The number of pods never changed.", List.of());
    }
    return faults.verdict(
        Outcome.KEPT,
        "The number of pods turned round %s, the load %s."
            .formatted(Wording.count(pods.count(), "time"), Wording.count(load.count(), "time")),
        List.of());
  }
}
