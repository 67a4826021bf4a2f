package dev.hpasteward.decision;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.FieldPath.Element;
import dev.hpasteward.model.Metric;
import dev.hpasteward.model.Subject;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.rules.Violation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells what a write brings from what was there before: an update is refused only for what it makes
 * worse. A violation is the same if the rule and the value are; a metric's place in the list does
 * not matter. Where a distance can't be measured, the same violation is no worse.
 */
final class Ratchet {

  private static final double ROUNDING = 1e-9;

  /** The greatest distance of each violation before. */
  private final Map<String, Double> before = new HashMap<>();

  Ratchet(Subject subject, List<Violation> violations) {
    for (Violation violation : violations) {
      double distance = violation.distance().orElse(Double.POSITIVE_INFINITY);
      before.merge(identity(subject, violation), distance, Math::max);
    }
  }

  Standing of(Subject subject, Violation violation) {
    if (before.isEmpty()) {
      return Standing.BROUGHT;
    }
    Double was = before.get(identity(subject, violation));
    return was != null && violation.distance().orElse(0) <= was + ROUNDING
        ? Standing.INHERITED
        : Standing.BROUGHT;
  }

  private static String identity(Subject subject, Violation violation) {
    return violation.rule() + "|" + place(subject, violation) + "|" + detail(violation);
  }

  /** What tells apart violations that stand at one path. */
  private static String detail(Violation violation) {
    return switch (violation.rule()) {
      case MISSING_METRIC, MISSING_REQUESTS -> violation.found();
      case INVALID_EXEMPTION ->
          violation.distance().isEmpty() && violation.path().equals(ExemptionClaim.RULES_PATH)
              ? violation.found()
              : "";
      default -> "";
    };
  }

  private static String place(Subject subject, Violation violation) {
    if (violation.rule() == RuleId.MISSING_REQUESTS) {
      // It names the container, which may have changed places.
      return "";
    }
    List<Element> elements = violation.path().elements();
    boolean ofMetric =
        elements.size() > 2
            && elements.get(1).equals(new Element.Field("metrics"))
            && elements.get(2) instanceof Element.Index;
    if (!ofMetric || !(subject instanceof Autoscaler autoscaler)) {
      return violation.path().toString();
    }
    int index = ((Element.Index) elements.get(2)).index();
    return name(autoscaler.metrics().get(index)) + elements.subList(3, elements.size());
  }

  private static String name(Metric metric) {
    if (metric instanceof Metric.ContainerResource of) {
      return "container " + of.container() + " " + of.resource();
    }
    if (metric instanceof Metric.OfResource of) {
      return "resource " + of.resource();
    }
    return metric instanceof Metric.Custom custom
        ? "custom " + custom.name()
        : "other " + ((Metric.Other) metric).type();
  }
}
