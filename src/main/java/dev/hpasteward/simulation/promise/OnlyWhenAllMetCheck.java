package dev.hpasteward.simulation.promise;

import dev.hpasteward.simulation.promise.PromiseVerdict.Evidence;
import dev.hpasteward.simulation.promise.Terms.Form;
import dev.hpasteward.simulation.run.DocumentedMetric;
import dev.hpasteward.simulation.run.SyncRecord;
import java.util.List;
import java.util.Optional;

/** No scale-down by metrics while a documented scale-down condition is unmet. */
final class OnlyWhenAllMetCheck implements PromiseCheck {

  private final Terms terms;
  private final Faults faults = new Faults(Promise.SCALE_DOWN_ONLY_WHEN_ALL_MET);
  private int scaleDowns;

  OnlyWhenAllMetCheck(Terms terms) {
    this.terms = terms;
  }

  @Override
  public void observe(SyncRecord sync) {
    boolean byBounds = sync.replicas() > terms.autoscaler().maxReplicas();
    if (!sync.scaledDown() || byBounds) {
      return;
    }
    scaleDowns++;
    for (int index = 0; index < terms.metrics().size(); index++) {
      DocumentedMetric metric = terms.metrics().get(index);
      double value = sync.readings().seen(index);
      boolean known = metric.scaleDownAt().isPresent() && !Double.isNaN(value);
      if (known && !metric.allowsFewer(value) && !faults.isKnown(metric.name())) {
        add(sync, metric, value);
      }
    }
  }

  private void add(SyncRecord sync, DocumentedMetric metric, double value) {
    Form form = terms.form(metric);
    faults.add(
        metric.name(),
        form == Form.DOCUMENTED ? Outcome.CAN_NOT_BE_KEPT : Outcome.BROKEN,
        "At %s the HPA went from %d to %s with %s (to scale down %s): %s."
            .formatted(
                Wording.time(sync.time()),
                sync.replicas(),
                Wording.count(sync.desired(), "pod"),
                Wording.value(metric, value),
                Wording.scaleDown(metric),
                why(metric, form)),
        new Evidence(
            sync.time(),
            metric.name(),
            value,
            Optional.of(metric.scaleDownAt().orElse(Double.NaN))));
  }

  private String why(DocumentedMetric metric, Form form) {
    return switch (form) {
      case UTILIZATION ->
          "its target of %s %% and its scale-down tolerance of %s allow that"
              .formatted(
                  terms.target(metric).map(String::valueOf).orElse("none"),
                  Wording.number(terms.tolerances().down()));
      case DOCUMENTED -> Reasons.GAUGE_LETS_GO;
      case HEADROOM -> "its scale-down tolerance allows that";
      case AMOUNT -> Reasons.amount(metric);
      case ABSENT -> "it does not look at %s".formatted(metric.name());
    };
  }

  @Override
  public PromiseVerdict verdict() {
    if (terms.metrics().stream().noneMatch(metric -> metric.scaleDownAt().isPresent())) {
      return faults.verdict(
          Outcome.NOT_TESTED, "The strategy gives no number for scale-down here.", List.of());
    }
    List<String> notes =
        terms.metrics().stream()
            .filter(metric -> !metric.served())
            .map(Reasons::placeholder)
            .toList();
    return scaleDowns == 0
        ? faults.verdict(Outcome.NOT_TESTED, "No pod was taken away.", notes)
        : faults.verdict(
            Outcome.KEPT,
            "All documented conditions were met at each of %s."
                .formatted(Wording.count(scaleDowns, "scale-down")),
            notes);
  }
}
