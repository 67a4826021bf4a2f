package dev.hpasteward.simulation.promise;

import dev.hpasteward.simulation.controller.Behavior;
import dev.hpasteward.simulation.controller.Condition;
import dev.hpasteward.simulation.controller.Proposal;
import dev.hpasteward.simulation.promise.Terms.Form;
import dev.hpasteward.simulation.run.RunObserver;
import dev.hpasteward.simulation.run.SyncRecord;
import org.jspecify.annotations.Nullable;

/**
 * Remembers when an HPA's own settings let it ask for less than it could have, for as long as the
 * pods that it did not ask for would have taken to start.
 */
final class Hesitation implements RunObserver {

  /** What Kubernetes lets through in 15 s where an HPA says nothing of rates. */
  private static final int USUAL_PODS = 4;

  private static final int USUAL_TIMES = 2;

  private final Terms terms;
  private final TriggerWatches watches;
  private final Recently recently;
  private @Nullable Cause cause;

  Hesitation(Terms terms, TriggerWatches watches) {
    this.terms = terms;
    this.watches = watches;
    this.recently = new Recently(terms);
  }

  /**
   * Why too few pods were asked for.
   *
   * @param kind the same for the same cause
   * @param why in words
   */
  record Cause(String kind, String why) {}

  @Override
  public void observe(SyncRecord sync) {
    Cause now = causeOf(sync);
    if (now != null) {
      cause = now;
      recently.mark(sync.time());
    } else if (!recently.isSo(sync.time())) {
      cause = null;
    }
  }

  /** What still matters at the sync that was observed last; null if nothing does. */
  @Nullable Cause cause() {
    return cause;
  }

  private @Nullable Cause causeOf(SyncRecord sync) {
    for (TriggerWatch watch : watches.all()) {
      if (watch.isOverdue() && terms.form(watch.metric()) != Form.DOCUMENTED) {
        return notAskedFor(watch);
      }
    }
    Proposal proposal = sync.result().proposal();
    int max = terms.autoscaler().maxReplicas();
    if (proposal == null || sync.desired() >= Math.min(max, proposal.replicas())) {
      return null;
    }
    if (terms.isScaleUpDisabled()) {
      return disabled(sync, proposal);
    }
    if (sync.says(Condition.Type.SCALING_LIMITED, "ScaleUpLimit")
        && sync.desired() < Math.min(proposal.replicas(), usual(sync.replicas()))) {
      return held("own rates", sync, proposal, "scale-up rates");
    }
    return sync.says(Condition.Type.ABLE_TO_SCALE, "ScaleUpStabilized") && isWindowLong()
        ? held("own window", sync, proposal, "scale-up window")
        : null;
  }

  private Cause notAskedFor(TriggerWatch watch) {
    String passed =
        "%s since %s and no more pods were asked for"
            .formatted(
                Wording.value(watch.metric(), watch.valueSince()), Wording.time(watch.since()));
    return terms.isScaleUpDisabled()
        ? new Cause("disabled", "%s, since %s".formatted(passed, Reasons.SCALE_UP_DISABLED))
        : new Cause("not asked for", passed);
  }

  private static Cause disabled(SyncRecord sync, Proposal proposal) {
    return new Cause(
        "disabled",
        "at %s its metrics asked for %s, and %s"
            .formatted(
                Wording.time(sync.time()),
                Wording.count(proposal.replicas(), "pod"),
                Reasons.SCALE_UP_DISABLED));
  }

  private static int usual(int replicas) {
    return Math.max(replicas + USUAL_PODS, replicas * USUAL_TIMES);
  }

  private static Cause held(String kind, SyncRecord sync, Proposal proposal, String what) {
    return new Cause(
        kind,
        "at %s its metrics asked for %s, and the HPA's own %s let it ask for %d"
            .formatted(
                Wording.time(sync.time()),
                Wording.count(proposal.replicas(), "pod"),
                what,
                sync.desired()));
  }

  /** Longer than the strategy lets an author choose. */
  private boolean isWindowLong() {
    Behavior behavior = terms.autoscaler().behavior();
    return behavior != null
        && behavior.up().stabilizationWindowSeconds().orElse(0)
            > terms.plan().type().windows().scaleUp().atMost();
  }
}
