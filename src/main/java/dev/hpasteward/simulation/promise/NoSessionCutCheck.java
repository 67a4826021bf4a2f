package dev.hpasteward.simulation.promise;

import dev.hpasteward.simulation.promise.PromiseVerdict.Evidence;
import dev.hpasteward.simulation.run.RunPlan;
import dev.hpasteward.simulation.run.SyncRecord;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** No session is cut before its pod had the documented grace period. */
final class NoSessionCutCheck implements PromiseCheck {

  private final OptionalInt documented;
  private final long actual;
  private final Faults faults = new Faults(Promise.NO_SESSION_CUT);
  private boolean ended;
  private long cut;

  NoSessionCutCheck(RunPlan plan) {
    this.documented = plan.type().gracePeriodAtLeast();
    this.actual = plan.workload().gracePeriod().toSeconds();
  }

  @Override
  public void observe(SyncRecord sync) {
    ended |= sync.scaledDown();
    cut = sync.fleet().cut();
    boolean early = documented.isPresent() && actual < documented.getAsInt();
    if (cut > 0 && early && !faults.isKnown("early", sync.time())) {
      faults.add(
          "early",
          sync.time(),
          Outcome.BROKEN,
          "By %s %s had been cut after %d s of grace; the strategy gives pods %d s."
              .formatted(
                  Wording.time(sync.time()),
                  Wording.count(cut, "session"),
                  actual,
                  documented.getAsInt()),
          new Evidence(sync.time(), "sessions", cut, Optional.of(0.0)));
    }
  }

  @Override
  public PromiseVerdict verdict() {
    List<String> notes =
        cut == 0
            ? List.of()
            : List.of(
                "%s cut in all, after %d s of grace."
                    .formatted(Wording.count(cut, "session"), actual));
    if (documented.isEmpty()) {
      return faults.verdict(Outcome.NOT_TESTED, "The strategy gives no grace period.", notes);
    }
    return ended
        ? faults.verdict(
            Outcome.KEPT, "Every session ended by itself or had its grace period.", notes)
        : faults.verdict(Outcome.NOT_TESTED, "No pod was taken away.", notes);
  }
}
