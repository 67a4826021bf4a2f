package dev.hpasteward.simulation.promise;

import dev.hpasteward.simulation.controller.Behavior;
import dev.hpasteward.simulation.controller.Condition;
import dev.hpasteward.simulation.controller.MetricSpec;
import dev.hpasteward.simulation.controller.MetricTarget;
import dev.hpasteward.simulation.controller.Proposal;
import dev.hpasteward.simulation.promise.Terms.Form;
import dev.hpasteward.simulation.run.DocumentedMetric;
import dev.hpasteward.simulation.run.SyncRecord;

/** Why an HPA asks for no more pods although a metric is past its scale-up threshold. */
final class ScaleUpObstacles {

  private static final double MILLI = 1000;

  private final Terms terms;

  ScaleUpObstacles(Terms terms) {
    this.terms = terms;
  }

  /** In words, of this metric at this sync. */
  String of(DocumentedMetric metric, SyncRecord sync) {
    Form form = terms.form(metric);
    if (form == Form.DOCUMENTED) {
      return Reasons.GAUGE_NEVER_ASKS;
    }
    if (terms.isScaleUpDisabled()) {
      return Reasons.SCALE_UP_DISABLED;
    }
    if (form == Form.AMOUNT) {
      return Reasons.amount(metric);
    }
    if (form == Form.ABSENT) {
      return "the HPA does not look at %s".formatted(metric.name());
    }
    Proposal proposal = sync.result().proposal();
    return proposal != null && proposal.replicas() > sync.desired()
        ? held(sync, proposal)
        : notAsked(metric, form);
  }

  /** Its metrics ask for more, and it lets less through. */
  private String held(SyncRecord sync, Proposal proposal) {
    String asked = "its metrics ask for %s".formatted(Wording.count(proposal.replicas(), "pod"));
    return sync.says(Condition.Type.SCALING_LIMITED, "ScaleUpLimit")
        ? "%s, and the HPA's own scale-up rates hold it back".formatted(asked)
        : "%s, and the HPA's own scale-up window of %d s holds it back".formatted(asked, window());
  }

  private int window() {
    Behavior behavior = terms.autoscaler().behavior();
    return behavior == null ? 0 : behavior.up().stabilizationWindowSeconds().orElse(0);
  }

  private String notAsked(DocumentedMetric metric, Form form) {
    return form == Form.HEADROOM ? headroom(metric) : resource(metric);
  }

  private String resource(DocumentedMetric metric) {
    int target = terms.target(metric).orElse(0);
    return reason(
        target > metric.scaleUpAt(),
        "target of %d %%".formatted(target),
        "the strategy has %s %%".formatted(Wording.number(metric.scaleUpAt())));
  }

  private String headroom(DocumentedMetric metric) {
    MetricTarget target = target(metric.headroomName());
    boolean whole = target.kind() == MetricTarget.Kind.VALUE;
    return reason(
        whole || target.amount() > MILLI,
        "target of %s %s for %s"
            .formatted(
                whole ? "value" : "averageValue",
                Wording.number(target.amount() / MILLI),
                metric.headroomName()),
        "the headroom form has averageValue 1");
  }

  private MetricTarget target(String name) {
    return terms.autoscaler().metrics().stream()
        .filter(spec -> spec.source().name().equals(name))
        .map(MetricSpec::target)
        .findFirst()
        .orElse(MetricTarget.NONE);
  }

  private String reason(boolean highTarget, String target, String documented) {
    double up = terms.tolerances().up();
    String tolerance = "scale-up tolerance of %s".formatted(Wording.number(up));
    if (highTarget) {
      return up > 0
          ? "the HPA's %s and %s let it act only later; %s".formatted(target, tolerance, documented)
          : "the HPA's %s lets it act only later; %s".formatted(target, documented);
    }
    return up > 0
        ? "the HPA's %s lets it act only later".formatted(tolerance)
        : "the HPA's metrics ask for no more";
  }
}
