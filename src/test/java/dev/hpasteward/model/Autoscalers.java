package dev.hpasteward.model;

import static dev.hpasteward.model.Metrics.cpu;
import static dev.hpasteward.model.Metrics.memory;
import static dev.hpasteward.model.Metrics.pods;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Autoscalers to start from. The four named ones are complete: the policy has nothing to deny or
 * fill in.
 */
public final class Autoscalers {
  private Autoscalers() {}

  /** One that says what must be said and nothing else: 2 to 20 replicas of a Deployment. */
  public static AutoscalerBuilder bare(String serviceType) {
    return new AutoscalerBuilder(
        new Metadata("media", "example", Map.of(StewardKeys.SERVICE_TYPE, serviceType), Map.of()),
        new TargetReference("apps/v1", "Deployment", "example"),
        OptionalInt.of(2),
        OptionalInt.of(20),
        List.of(),
        ScalingRules.UNSET,
        ScalingRules.UNSET);
  }

  public static AutoscalerBuilder egress() {
    return bare("livekit-egress")
        .metrics(cpu(50), memory(65), pods("livekit_egress_available", "1"))
        .upWindow(15)
        .upTolerance("0")
        .downWindow(300)
        .downTolerance("0.39")
        .downPolicies(new RatePolicy("Pods", 1, 60), new RatePolicy("Percent", 10, 60));
  }

  public static AutoscalerBuilder sip() {
    return bare("sip")
        .metrics(cpu(50), memory(65))
        .upWindow(15)
        .upTolerance("0")
        .downWindow(300)
        .downTolerance("0.39")
        .downPolicies(new RatePolicy("Pods", 1, 60), new RatePolicy("Percent", 10, 60));
  }

  public static AutoscalerBuilder sfu() {
    return bare("sfu")
        .metrics(cpu(60), memory(70))
        .upWindow(15)
        .upTolerance("0")
        .downWindow(300)
        .downTolerance("0.41")
        .downPolicies(new RatePolicy("Pods", 1, 60), new RatePolicy("Percent", 10, 60));
  }

  public static AutoscalerBuilder agent() {
    return bare("agent")
        .metrics(cpu(50))
        .upWindow(15)
        .upTolerance("0")
        .downWindow(300)
        .downPolicies(new RatePolicy("Pods", 1, 60), new RatePolicy("Percent", 10, 60));
  }
}
