package dev.hpasteward.simulation.promise;

import dev.hpasteward.simulation.promise.PromiseVerdict.Evidence;
import dev.hpasteward.simulation.run.FigureCounter;
import dev.hpasteward.simulation.run.Figures;
import dev.hpasteward.simulation.run.SyncRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Nobody is turned away. Where somebody is, it matters what the controller could have known. */
final class CapacityInTimeCheck implements PromiseCheck {

  private final Terms terms;
  private final Hesitation hesitation;
  private final OverdueGauge gauge;
  private final LostSamples lost;
  private final LoadRise rise;
  private final FigureCounter figures;
  private final Faults faults = new Faults(Promise.CAPACITY_IN_TIME);
  private long turnedAway;
  private int startingBefore;

  CapacityInTimeCheck(Terms terms, TriggerWatches watches, FigureCounter figures) {
    this.terms = terms;
    this.hesitation = new Hesitation(terms, watches);
    this.gauge = new OverdueGauge(terms, watches);
    this.lost = new LostSamples(terms);
    this.rise = new LoadRise(terms);
    this.figures = figures;
  }

  @Override
  public void begin(double load) {
    rise.begin(load);
  }

  @Override
  public void observe(SyncRecord sync) {
    hesitation.observe(sync);
    gauge.observe(sync);
    lost.observe(sync);
    rise.observe(sync);
    if (sync.fleet().waiting() > 0 || sync.fleet().turnedAway() > turnedAway) {
      explain(sync);
    }
    turnedAway = sync.fleet().turnedAway();
    startingBefore = sync.fleet().starting();
  }

  private void explain(SyncRecord sync) {
    int max = terms.autoscaler().maxReplicas();
    boolean full = sync.replicas() >= max;
    boolean starting = starting(sync) > 0;
    Hesitation.Cause own = hesitation.cause();
    if (own != null && (starting || !full)) {
      add(sync, Outcome.BROKEN, own.kind(), own.why());
    } else if (full && (!starting || needed(sync) > max)) {
      atMaximum(sync);
    } else if (starting) {
      whileStarting(sync);
    } else {
      unasked(sync);
    }
  }

  /** Pods that start. Where all wait is over, those count that have become ready since. */
  private int starting(SyncRecord sync) {
    int now = sync.fleet().starting();
    return now == 0 && sync.fleet().waiting() == 0 ? startingBefore : now;
  }

  /** How many pods have room for all people. */
  private long needed(SyncRecord sync) {
    long people = sync.fleet().sessions() + sync.fleet().waiting();
    return -Math.floorDiv(-people, terms.plan().workload().sessionsPerPod());
  }

  /** No more pods were asked for, and the HPA is not to blame. */
  private void unasked(SyncRecord sync) {
    String unseen = lost.why(sync);
    if (gauge.matters(sync)) {
      add(sync, Outcome.CAN_NOT_BE_KEPT, "gauge", Reasons.GAUGE_NEVER_ASKS);
    } else if (unseen != null) {
      add(sync, Outcome.CAN_NOT_BE_KEPT, "lost samples", unseen);
    } else {
      add(
          sync,
          Outcome.CAN_NOT_BE_KEPT,
          "not seen",
          """
          no documented threshold had been passed for long enough for the controller to ask for \
          more; %s"""
              .formatted(rise.sentence()));
    }
  }

  /** Its author may have set it lower than the policy does. */
  private void atMaximum(SyncRecord sync) {
    int own = terms.autoscaler().maxReplicas();
    int documented = terms.plan().type().replicas().max();
    if (own < documented) {
      add(
          sync,
          Outcome.BROKEN,
          "own maximum",
          "the HPA's maximum of %d pods was reached; the policy's is %d"
              .formatted(own, documented));
    } else {
      add(
          sync,
          Outcome.CAN_NOT_BE_KEPT,
          "maximum",
          "the maximum of %d pods was reached".formatted(own));
    }
  }

  /**
   * What is asked for follows what pods use, so that a rise is seen by one fleet's size at most.
   */
  private void whileStarting(SyncRecord sync) {
    long needed = needed(sync);
    String asked = Wording.count(starting(sync), "pod") + " had not started yet";
    if (sync.replicas() >= needed) {
      add(sync, Outcome.CAN_NOT_BE_KEPT, "starting", asked + "; " + rise.sentence());
    } else {
      add(
          sync,
          Outcome.CAN_NOT_BE_KEPT,
          "saturated",
          """
          %s, and it takes %d in all: a full pod uses no more however many people wait, so that \
          the controller can't see how many; %s"""
              .formatted(asked, needed, rise.sentence()));
    }
  }

  private void add(SyncRecord sync, Outcome outcome, String kind, String why) {
    if (!faults.isKnown(kind, sync.time())) {
      long waiting = Math.max(sync.fleet().waiting(), sync.fleet().turnedAway() - turnedAway);
      faults.add(
          kind,
          sync.time(),
          outcome,
          "At %s %s found no room on %s: %s."
              .formatted(
                  Wording.time(sync.time()),
                  Wording.count(waiting, "session"),
                  Wording.count(sync.fleet().ready(), "ready pod"),
                  why),
          new Evidence(sync.time(), "sessions", waiting, Optional.of(0.0)));
    }
  }

  @Override
  public PromiseVerdict verdict() {
    Figures sum = figures.figures();
    List<String> notes = new ArrayList<>();
    if (sum.turnedAway() > 0) {
      notes.add(
          "%s found no room in all, for %s s."
              .formatted(
                  Wording.count(sum.turnedAway(), "session"),
                  Wording.number(sum.secondsTurningAway())));
    }
    for (Figures.Past past : sum.past()) {
      if (past.seconds() > 0) {
        notes.add(
            "For %3$s s %1$s was at its scale-up threshold or past it; the worst was %2$s."
                .formatted(
                    past.metric().name(),
                    Wording.value(past.metric(), past.worst()),
                    Wording.number(past.seconds())));
      }
    }
    return faults.verdict(Outcome.KEPT, "Nobody was turned away.", notes);
  }
}
