package dev.hpasteward.decision;

import static dev.hpasteward.model.Metrics.cpu;
import static dev.hpasteward.model.Metrics.memory;
import static dev.hpasteward.model.Metrics.pods;
import static dev.hpasteward.model.Metrics.resourceAverage;

import dev.hpasteward.model.AutoscalerBuilder;
import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.model.RatePolicy;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.policy.RuleId;
import java.util.List;

/**
 * An HPA that breaks a rule a little or not at all, and one that breaks it more.
 *
 * @param measured whether breaking it a little is a violation too
 */
record RuleCase(RuleId rule, boolean measured, AutoscalerBuilder little, AutoscalerBuilder much) {

  /** One for each rule on HPAs that needs nothing around the HPA to be broken. */
  static final List<RuleCase> ALL =
      List.of(
          measured(
              RuleId.CPU_TARGET,
              Autoscalers.sfu().metrics(cpu(70), memory(70)),
              Autoscalers.sfu().metrics(cpu(80), memory(70))),
          measured(
              RuleId.MEMORY_TARGET,
              Autoscalers.sfu().metrics(cpu(60), memory(49)),
              Autoscalers.sfu().metrics(cpu(60), memory(40))),
          measured(
              RuleId.CUSTOM_METRIC_TARGET,
              Autoscalers.egress()
                  .metrics(cpu(50), memory(65), pods("livekit_egress_available", "4")),
              Autoscalers.egress()
                  .metrics(cpu(50), memory(65), pods("livekit_egress_available", "5"))),
          measured(
              RuleId.SCALE_UP_WINDOW,
              Autoscalers.sfu().upWindow(61),
              Autoscalers.sfu().upWindow(62)),
          measured(
              RuleId.SCALE_DOWN_WINDOW,
              Autoscalers.sfu().downWindow(200),
              Autoscalers.sfu().downWindow(100)),
          measured(
              RuleId.WINDOW_ORDER,
              Autoscalers.sfu().upWindow(20).downWindow(19),
              Autoscalers.sfu().upWindow(20).downWindow(18)),
          measured(
              RuleId.SCALE_UP_TOLERANCE,
              Autoscalers.sfu().upTolerance("0.2"),
              Autoscalers.sfu().upTolerance("0.4")),
          measured(
              RuleId.SCALE_UP_THRESHOLD,
              Autoscalers.sfu().metrics(cpu(60), memory(50)).upTolerance("0.05"),
              Autoscalers.sfu().metrics(cpu(60), memory(50)).upTolerance("0.1")),
          measured(
              RuleId.SCALE_DOWN_THRESHOLD,
              Autoscalers.sfu().downTolerance("0.3"),
              Autoscalers.sfu().downTolerance("0.2")),
          measured(
              RuleId.SCALE_UP_RATE,
              Autoscalers.sfu().upPolicies(new RatePolicy("Pods", 1, 120)),
              Autoscalers.sfu().upPolicies(new RatePolicy("Pods", 1, 240))),
          measured(
              RuleId.SCALE_DOWN_RATE,
              Autoscalers.sfu().downPolicies(new RatePolicy("Pods", 10, 60)),
              Autoscalers.sfu().downPolicies(new RatePolicy("Pods", 20, 60))),
          brokenOrNot(RuleId.MISSING_METRIC, Autoscalers.sfu(), Autoscalers.sfu().metrics(cpu(60))),
          brokenOrNot(
              RuleId.METRIC_TYPE,
              Autoscalers.sfu(),
              Autoscalers.sfu().metrics(resourceAverage("cpu", "1"), memory(70))),
          brokenOrNot(
              RuleId.SCALE_UP_DISABLED, Autoscalers.sfu(), Autoscalers.sfu().upSelect("Disabled")),
          brokenOrNot(
              RuleId.SCALE_DOWN_DISABLED,
              Autoscalers.sfu(),
              Autoscalers.sfu().downSelect("Disabled")),
          brokenOrNot(
              RuleId.EXTRA_METRIC,
              Autoscalers.sfu(),
              Autoscalers.sfu().metrics(cpu(60), memory(70), pods("rooms", "1"))),
          brokenOrNot(
              RuleId.UNKNOWN_ANNOTATION,
              Autoscalers.sfu(),
              Autoscalers.sfu().annotated("hpa-steward.dev/exemptt", "")),
          brokenOrNot(
              RuleId.UNKNOWN_SERVICE_TYPE,
              Autoscalers.sfu(),
              Autoscalers.sfu().label(StewardKeys.SERVICE_TYPE, "sfuu")));

  private static RuleCase measured(RuleId rule, AutoscalerBuilder little, AutoscalerBuilder much) {
    return new RuleCase(rule, true, little, much);
  }

  private static RuleCase brokenOrNot(
      RuleId rule, AutoscalerBuilder whole, AutoscalerBuilder broken) {
    return new RuleCase(rule, false, whole, broken);
  }

  AutoscalerBuilder by(int degree) {
    return degree == 1 ? little : much;
  }

  @Override
  public String toString() {
    return rule.id();
  }
}
