package dev.hpasteward.rules;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Workload;
import java.util.List;

/** Every rule that looks at an object of a known service type, in the order of its messages. */
public final class Rules {

  public static final List<Rule<Autoscaler>> FOR_AUTOSCALERS =
      List.of(
          new ResourceTargetRule(),
          new CapacityMetricRule(),
          new MissingMetricRule(),
          new WindowRule(),
          new DisabledScalingRule(),
          new ScaleUpToleranceRule(),
          new ReplicaBoundsRule(),
          new ScaleUpThresholdRule(),
          new ScaleDownThresholdRule(),
          new ScaleUpRateRule(),
          new PlaceholderMetricRule(),
          new ExtraMetricRule(),
          new TargetNotFoundRule());

  public static final List<Rule<Workload>> FOR_WORKLOADS =
      List.of(new ReplicaAnnotationRule(), new PausedUntilRule(), new AnnotationMismatchRule());

  private Rules() {}
}
