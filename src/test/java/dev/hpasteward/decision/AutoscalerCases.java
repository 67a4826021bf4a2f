package dev.hpasteward.decision;

import static dev.hpasteward.decision.RuleCase.brokenOrNot;
import static dev.hpasteward.decision.RuleCase.measured;
import static dev.hpasteward.model.Metrics.cpu;
import static dev.hpasteward.model.Metrics.external;
import static dev.hpasteward.model.Metrics.memory;
import static dev.hpasteward.model.Metrics.pods;
import static dev.hpasteward.model.Metrics.resourceAverage;

import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.model.RatePolicy;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.policy.RuleId;
import java.util.List;

/** HPAs that break the rules on what stands in an HPA. */
final class AutoscalerCases {

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
              Autoscalers.sfu().label(StewardKeys.SERVICE_TYPE, "sfuu")),
          brokenOrNot(
              RuleId.INVERTED_METRIC,
              Autoscalers.egress()
                  .metrics(cpu(50), memory(65), external("livekit_egress_needed", "1")),
              Autoscalers.egress()),
          brokenOrNot(
              RuleId.PLACEHOLDER_METRIC,
              Autoscalers.sip().metrics(cpu(50), memory(65), pods("calls", "5")),
              Autoscalers.sip()),
          measured(
              RuleId.REPLICA_BOUNDS,
              Autoscalers.sfu().replicas(2, 31),
              Autoscalers.sfu().replicas(2, 40)),
          // What would exempt it is the very thing that is wrong.
          brokenOrNot(
                  RuleId.INVALID_EXEMPTION,
                  Autoscalers.sfu(),
                  Autoscalers.sfu().annotated(StewardKeys.EXEMPT, "cpu-targt"))
              .withoutExemption());

  private AutoscalerCases() {}
}
