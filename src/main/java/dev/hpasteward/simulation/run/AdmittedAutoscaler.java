package dev.hpasteward.simulation.run;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Direction;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.Metric;
import dev.hpasteward.model.ScalingRules;
import dev.hpasteward.simulation.controller.AutoscalerSpec;
import dev.hpasteward.simulation.controller.Behavior;
import dev.hpasteward.simulation.controller.MetricSource;
import dev.hpasteward.simulation.controller.MetricSpec;
import dev.hpasteward.simulation.controller.MetricTarget;
import dev.hpasteward.simulation.controller.ObjectReference;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An HPA as the API server would store it: with its defaults, or refused (kubernetes,
 * apis/autoscaling/v2/defaults.go and apis/autoscaling/validation/validation.go).
 */
public final class AdmittedAutoscaler {

  private static final int CPU_PERCENT = 80;

  /** A DNS subdomain: RFC 1123, at most 253 characters. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");

  private static final FieldPath SPEC = FieldPath.of("spec");

  private AdmittedAutoscaler() {}

  /**
   * What the controller reads.
   *
   * @throws RefusedAutoscalerException if the API server would not store it
   */
  public static AutoscalerSpec of(Autoscaler autoscaler) {
    Refusals refusals = new Refusals();
    checkNames(autoscaler, refusals);
    int min = autoscaler.effectiveMinReplicas();
    int max = autoscaler.maxReplicas().orElse(0);
    checkBounds(min, max, refusals);
    List<MetricSpec> metrics = metrics(autoscaler, refusals);
    Behavior behavior = behavior(autoscaler, refusals);
    String name = autoscaler.metadata().name();
    refusals.throwIfAny(name.isEmpty() ? "without a name" : name);
    return new AutoscalerSpec(
        autoscaler.metadata().namespace(),
        name,
        new ObjectReference(
            autoscaler.target().kind(),
            autoscaler.target().name(),
            autoscaler.target().apiVersion()),
        min,
        max,
        metrics,
        behavior);
  }

  private static void checkNames(Autoscaler autoscaler, Refusals refusals) {
    String name = autoscaler.metadata().name();
    if (name.isEmpty()) {
      refusals.add(FieldPath.of("metadata.name"), "there is none", "give the HPA a name");
    } else if (!NAME.matcher(name).matches()) {
      refusals.add(
          FieldPath.of("metadata.name"),
          "\"%s\" is no DNS subdomain".formatted(name),
          "write at most 253 of a-z, 0-9, - and ., a letter or digit around each dot");
    }
    FieldPath target = SPEC.field("scaleTargetRef");
    if (autoscaler.target().kind().isEmpty()) {
      refusals.add(target.field("kind"), "there is none", "write what it scales: Deployment");
    }
    if (autoscaler.target().name().isEmpty()) {
      refusals.add(target.field("name"), "there is none", "write the name of what it scales");
    }
  }

  private static void checkBounds(int min, int max, Refusals refusals) {
    if (min < 1) {
      refusals.add(SPEC.field("minReplicas"), "it is " + min, "write 1 or more");
    }
    if (max < 1) {
      refusals.add(SPEC.field("maxReplicas"), "it is missing or below 1", "write 1 or more");
    } else if (max < min) {
      refusals.add(
          SPEC.field("maxReplicas"),
          "%d is less than minReplicas, %d".formatted(max, min),
          "write %d or more, or lower minReplicas".formatted(min));
    }
  }

  private static List<MetricSpec> metrics(Autoscaler autoscaler, Refusals refusals) {
    if (autoscaler.metrics().isEmpty()) {
      return List.of(
          new MetricSpec(MetricSource.resource("cpu"), MetricTarget.utilization(CPU_PERCENT)));
    }
    List<MetricSpec> metrics = new ArrayList<>();
    for (Metric metric : autoscaler.metrics()) {
      AdmittedMetric.of(metric, refusals).ifPresent(metrics::add);
    }
    return metrics;
  }

  /**
   * An HPA without {@code behavior} is not filled in. One whose {@code behavior} is empty can't be
   * told from it here, and is taken for it.
   */
  private static @Nullable Behavior behavior(Autoscaler autoscaler, Refusals refusals) {
    if (autoscaler.scaleUp().equals(ScalingRules.UNSET)
        && autoscaler.scaleDown().equals(ScalingRules.UNSET)) {
      return null;
    }
    AdmittedRules.check(Direction.UP, autoscaler.scaleUp(), refusals);
    AdmittedRules.check(Direction.DOWN, autoscaler.scaleDown(), refusals);
    return new Behavior(
        AdmittedRules.filled(Direction.UP, autoscaler.scaleUp()),
        AdmittedRules.filled(Direction.DOWN, autoscaler.scaleDown()));
  }
}
