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
          new TargetNotFoundRule(),
          new DuplicateAutoscalerRule(),
          new VerticalAutoscalerRule(),
          new ScaleDownRateRule(),
          new UnknownAnnotationRule<>());

  /** KEDA names its own metrics and writes the rest itself: what is left to judge. */
  public static final List<Rule<Autoscaler>> FOR_AUTOSCALERS_OF_KEDA =
      List.of(new ResourceTargetRule(), new WindowRule());

  public static final List<Rule<Workload>> FOR_WORKLOADS =
      List.of(
          new ReplicaAnnotationRule(),
          new PausedUntilRule(),
          new AnnotationMismatchRule(),
          new MissingRequestsRule(),
          new GracePeriodRule(),
          new StaticReplicasRule(),
          new UnknownAnnotationRule<>());

  private Rules() {}
}
