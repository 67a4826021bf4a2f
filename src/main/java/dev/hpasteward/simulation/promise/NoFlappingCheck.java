package dev.hpasteward.simulation.promise;

import dev.hpasteward.simulation.promise.PromiseVerdict.Evidence;
import dev.hpasteward.simulation.run.RunPlan;
import dev.hpasteward.simulation.run.SyncRecord;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The number of pods turns round hardly more often than the load. Two turns an hour more are
 * allowed: one needless swing there and back, such as a rounding up that is taken back. A 300 s
 * window would let through twelve.
 */
final class NoFlappingCheck implements PromiseCheck {

  private static final double ALLOWED_PER_HOUR = 2;
  private static final double HOUR = TimeUnit.HOURS.toNanos(1);

  private final Faults faults = new Faults(Promise.NO_FLAPPING);
  private final Turns load;
  private final Turns pods = new Turns(1);
  private long end;

  NoFlappingCheck(RunPlan plan) {
    this.load = new Turns(Math.max(1, plan.workload().sessionsPerPod()));
  }

  @Override
  public void observe(SyncRecord sync) {
    load.follow(sync.load());
    pods.follow(sync.desired());
    end = sync.time();
    if (excess() > allowed() && !faults.isKnown("flapping")) {
      faults.add(
          "flapping",
          Outcome.BROKEN,
          "By %s the number of pods had turned round %s, and the load %s; %s more an hour are allowed."
              .formatted(
                  Wording.time(end),
                  Wording.count(pods.count(), "time"),
                  Wording.count(load.count(), "time"),
                  Wording.number(ALLOWED_PER_HOUR)),
          new Evidence(end, "replicas", pods.count(), Optional.of(load.count() + allowed())));
    }
  }

  private double allowed() {
    return ALLOWED_PER_HOUR * Math.max(1, end / HOUR);
  }

  private long excess() {
    return pods.count() - load.count();
  }

  @Override
  public PromiseVerdict verdict() {
    return faults.verdict(
        Outcome.KEPT,
        "The number of pods turned round %s, the load %s."
            .formatted(Wording.count(pods.count(), "time"), Wording.count(load.count(), "time")),
        List.of());
  }
}
