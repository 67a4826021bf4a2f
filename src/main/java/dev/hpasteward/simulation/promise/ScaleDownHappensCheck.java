package dev.hpasteward.simulation.promise;

import dev.hpasteward.simulation.controller.Proposal;
import dev.hpasteward.simulation.promise.PromiseVerdict.Evidence;
import dev.hpasteward.simulation.run.DocumentedMetric;
import dev.hpasteward.simulation.run.RunPlan;
import dev.hpasteward.simulation.run.SyncRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * When all documented scale-down conditions are met without a break for the window, the longest
 * period of a rate and two syncs, pods are taken away.
 */
final class ScaleDownHappensCheck implements PromiseCheck {

  private static final long NOT = Long.MIN_VALUE;
  private static final int SYNCS_OF_SLACK = 2;

  private final Terms terms;
  private final Obstacles obstacles;
  private final Faults faults = new Faults(Promise.SCALE_DOWN_HAPPENS);
  private final long patience;
  private final boolean documented;
  private long since = NOT;
  private boolean told;
  private @Nullable SyncRecord held;
  private boolean failed;
  private int happened;

  ScaleDownHappensCheck(Terms terms) {
    this.terms = terms;
    this.obstacles = new Obstacles(terms);
    this.patience =
        terms.scaleDownWindow()
            + terms.scaleDownPeriod()
            + SYNCS_OF_SLACK * RunPlan.SYNC_PERIOD.toNanos();
    this.documented = terms.metrics().stream().anyMatch(metric -> metric.scaleDownAt().isPresent());
  }

  @Override
  public void observe(SyncRecord sync) {
    boolean due = sync.replicas() > terms.autoscaler().minReplicas() && isAllMet(sync);
    if (!due || sync.scaledDown()) {
      happened += due ? 1 : 0;
      since = NOT;
      told = false;
      held = null;
      failed = false;
      return;
    }
    since = since == NOT ? sync.time() : since;
    Proposal proposal = sync.result().proposal();
    failed |= proposal == null;
    if (proposal != null && proposal.replicas() >= sync.replicas()) {
      held = sync;
    }
    if (!told && sync.time() - since > patience) {
      told = true;
      tell(sync);
    }
  }

  private boolean isAllMet(SyncRecord sync) {
    boolean any = false;
    for (int index = 0; index < terms.metrics().size(); index++) {
      DocumentedMetric metric = terms.metrics().get(index);
      if (metric.served() && metric.scaleDownAt().isPresent()) {
        any = true;
        if (!metric.allowsFewer(sync.readings().seen(index))) {
          return false;
        }
      }
    }
    return any;
  }

  private void tell(SyncRecord sync) {
    Obstacles.Obstacle obstacle = obstacles.of(sync, held, failed);
    if (!faults.isKnown(obstacle.kind())) {
      faults.add(
          obstacle.kind(),
          obstacle.outcome(),
          "From %s on all documented conditions were met, and after %s there still were %s: %s."
              .formatted(
                  Wording.time(since),
                  Wording.length(sync.time() - since),
                  Wording.count(sync.replicas(), "pod"),
                  obstacle.why()),
          new Evidence(
              sync.time(), "replicas", sync.replicas(), Optional.of((double) sync.replicas() - 1)));
    }
  }

  @Override
  public PromiseVerdict verdict() {
    List<String> notes = notes();
    if (!documented) {
      return faults.verdict(
          Outcome.NOT_TESTED, "The strategy gives no number for scale-down here.", notes);
    }
    return happened == 0
        ? faults.verdict(
            Outcome.NOT_TESTED,
            "The documented conditions were never all met for long enough while pods were spare.",
            notes)
        : faults.verdict(
            Outcome.KEPT, "Pods were taken away whenever all conditions were met.", notes);
  }

  /** Metrics that nobody serves, and those that the HPA acts on later than it might. */
  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    for (DocumentedMetric metric : terms.metrics()) {
      if (!metric.served()) {
        notes.add(Reasons.placeholder(metric));
      }
      OptionalInt actual = terms.scaleDownAt(metric);
      if (actual.isPresent() && actual.getAsInt() < metric.scaleDownAt().orElse(0)) {
        notes.add(
            "On %s the HPA scales down at %d %% or less, not already at %s %%."
                .formatted(
                    metric.name(),
                    actual.getAsInt(),
                    Wording.number(metric.scaleDownAt().orElse(0))));
      }
    }
    return notes;
  }
}
