package dev.hpasteward.simulation.promise;

import dev.hpasteward.simulation.promise.PromiseVerdict.Evidence;
import dev.hpasteward.simulation.promise.Terms.Form;
import dev.hpasteward.simulation.run.DocumentedMetric;
import dev.hpasteward.simulation.run.FigureCounter;
import dev.hpasteward.simulation.run.SyncRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** At or past a documented scale-up threshold, more pods are asked for in time. */
final class ScaleUpTriggeredCheck implements PromiseCheck {

  private final Terms terms;
  private final TriggerWatches watches;
  private final FigureCounter figures;
  private final ScaleUpObstacles obstacles;
  private final Faults faults = new Faults(Promise.SCALE_UP_TRIGGERED);

  ScaleUpTriggeredCheck(Terms terms, TriggerWatches watches, FigureCounter figures) {
    this.terms = terms;
    this.watches = watches;
    this.figures = figures;
    this.obstacles = new ScaleUpObstacles(terms);
  }

  @Override
  public void observe(SyncRecord sync) {
    for (TriggerWatch watch : watches.all()) {
      if (watch.isNewlyOverdue() && !faults.isKnown(watch.metric().name())) {
        add(watch, sync);
      }
    }
  }

  private void add(TriggerWatch watch, SyncRecord sync) {
    DocumentedMetric metric = watch.metric();
    Form form = terms.form(metric);
    String when =
        "%s from %s on (%s), and for %s no more than %s were asked for"
            .formatted(
                Wording.value(metric, watch.valueSince()),
                Wording.time(watch.since()),
                "to scale up " + Wording.scaleUp(metric),
                Wording.length(sync.time() - watch.since()),
                Wording.count(sync.desired(), "pod"));
    faults.add(
        metric.name(),
        form == Form.DOCUMENTED ? Outcome.CAN_NOT_BE_KEPT : Outcome.BROKEN,
        "%s: %s.".formatted(when, obstacles.of(metric, sync)),
        new Evidence(
            watch.since(), metric.name(), watch.valueSince(), Optional.of(metric.scaleUpAt())));
  }

  @Override
  public PromiseVerdict verdict() {
    List<String> tested = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (TriggerWatch watch : watches.all()) {
      String name = watch.metric().name();
      if (watch.isTested()) {
        tested.add(name);
      }
      if (terms.form(watch.metric()) == Form.DOCUMENTED && !faults.has(name)) {
        faults.add(
            name,
            Outcome.CAN_NOT_BE_KEPT,
            "%s can't make the HPA scale up: %s. %s"
                .formatted(name, Reasons.GAUGE_NEVER_ASKS, inThisRun(watch)),
            null);
      }
    }
    figures
        .figures()
        .secondsUntilReady()
        .ifPresent(
            seconds ->
                notes.add(
                    "It took %s s at most from a threshold to ready pods."
                        .formatted(Wording.number(seconds))));
    for (DocumentedMetric metric : terms.metrics()) {
      if (!metric.served()) {
        notes.add(Reasons.placeholder(metric));
      }
    }
    return tested.isEmpty()
        ? faults.verdict(Outcome.NOT_TESTED, untested(), notes)
        : faults.verdict(
            Outcome.KEPT,
            """
            More pods were asked for in time when %s passed its threshold and there were fewer \
            than the maximum."""
                .formatted(String.join(" or ", tested)),
            notes);
  }

  /** Why a metric that can't ask was not missed. */
  private static String inThisRun(TriggerWatch watch) {
    if (watch.isTested()) {
      return "In this run another metric always did.";
    }
    return watch.untested().isQuiet()
        ? "In this run it never had to."
        : watch.untested().sentence(watch.metric());
  }

  /** Why no threshold was put to the test. */
  private String untested() {
    List<String> sentences =
        watches.all().stream()
            .filter(watch -> !watch.untested().isQuiet())
            .map(watch -> watch.untested().sentence(watch.metric()))
            .toList();
    return sentences.isEmpty()
        ? "No documented scale-up threshold was ever passed."
        : String.join(" ", sentences);
  }
}
