package dev.hpasteward.simulation.promise;

import dev.hpasteward.simulation.promise.PromiseVerdict.Evidence;
import dev.hpasteward.simulation.run.RunPlan;
import dev.hpasteward.simulation.run.SyncRecord;
import java.util.List;
import java.util.Optional;

/**
 * In no hour the number of pods turns round hardly more often than the load. Two turns more are
 * allowed: one needless swing there and back, such as a rounding up that is taken back. A 300 s
 * window would let through twelve.
 */
final class NoFlappingCheck implements PromiseCheck {

  private static final int ALLOWED_PER_HOUR = 2;

  /** Syncs in an hour, one every 15 s. */
  private static final int HOUR = 240;

  private final Faults faults = new Faults(Promise.NO_FLAPPING);
  private final Turns load;
  private final Turns pods = new Turns(1);

  /** Turns of load and pods up to each sync of the last hour; 0 before the start. */
  private final long[] loadBefore = new long[HOUR];

  private final long[] podsBefore = new long[HOUR];
  private int syncs;
  private boolean scaled;

  NoFlappingCheck(RunPlan plan) {
    this.load = new Turns(Math.max(1, plan.workload().sessionsPerPod()));
  }

  @Override
  public void observe(SyncRecord sync) {
    load.follow(sync.load());
    pods.follow(sync.desired());
    scaled |= sync.desired() != sync.replicas();
    int slot = syncs++ % HOUR;
    long loadTurns = load.count() - loadBefore[slot];
    long podTurns = pods.count() - podsBefore[slot];
    loadBefore[slot] = load.count();
    podsBefore[slot] = pods.count();
    if (podTurns - loadTurns > ALLOWED_PER_HOUR && !faults.isKnown("flapping", sync.time())) {
      faults.add(
          "flapping",
          sync.time(),
          Outcome.BROKEN,
          "In the hour before %s the number of pods turned round %s, and the load %s; %d more are allowed."
              .formatted(
                  Wording.time(sync.time()),
                  Wording.count(podTurns, "time"),
                  Wording.count(loadTurns, "time"),
                  ALLOWED_PER_HOUR),
          new Evidence(
              sync.time(),
              "replicas",
              podTurns,
              Optional.of((double) (loadTurns + ALLOWED_PER_HOUR))));
    }
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
