package dev.hpasteward.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.policy.Action;
import dev.hpasteward.policy.CapacityMetric;
import dev.hpasteward.policy.ControllerDefaults;
import dev.hpasteward.policy.Corrections;
import dev.hpasteward.policy.Encoding;
import dev.hpasteward.policy.Replicas;
import dev.hpasteward.policy.Resource;
import dev.hpasteward.policy.ResourceThresholds;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.policy.ScalingRate;
import dev.hpasteward.policy.ScalingRate.Unit;
import dev.hpasteward.policy.Scrape;
import dev.hpasteward.policy.ServiceTypePolicy;
import dev.hpasteward.policy.Windows;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PolicySourceTest {

  @Test
  void whatIsLeftOutHasOurDefaults() {
    ScalingPolicy policy =
        valid(
            """
            apiVersion: hpa-steward.dev/v1
            kind: ScalingPolicy
            metadata: {name: shortest}
            spec:
              serviceTypes:
                sfu:
                  resources: {memory: {scaleUpAt: 60}}
            """);

    assertThat(policy)
        .isEqualTo(
            new ScalingPolicy(
                "shortest",
                Map.of(
                    "sfu",
                    new ServiceTypePolicy(
                        "sfu",
                        Map.of(Resource.MEMORY, new ResourceThresholds(60, OptionalInt.empty())),
                        List.of(),
                        new Windows(new Windows.ScaleUp(15, 60), new Windows.ScaleDown(300, 300)),
                        List.of(
                            new ScalingRate(Unit.PODS, 1, 60),
                            new ScalingRate(Unit.PERCENT, 10, 60)),
                        new Replicas(2, 20, OptionalInt.empty(), OptionalInt.empty()),
                        Optional.empty(),
                        OptionalInt.empty())),
                Corrections.FILL,
                new ControllerDefaults(0.1, 300),
                Map.of()));
  }

  @Test
  void everythingThatCanBeWrittenIsRead() {
    ScalingPolicy policy =
        valid(
            """
            apiVersion: "hpa-steward.dev/v1"
            kind: 'ScalingPolicy'
            metadata: {name: all.of-it}
            spec:
              serviceTypes:
                media:
                  resources:
                    memory: {scaleUpAt: 70, scaleDownAt: 40}
                    cpu: {scaleUpAt: 60, scaleDownAt: 59}
                  capacityMetrics:
                    - name: free:rooms
                      placeholder: false
                      scaleUpAtOrBelow: 1.50
                      scaleDownAtOrAbove: 10
                      encoding: Headroom
                      headroomName: rooms_wanted
                  windows:
                    scaleUp: {inject: 1, atMost: 2}
                    scaleDown: {inject: 4, atLeast: 3}
                  scaleDownRate: []
                  replicas: {min: 3, max: 4, floor: 2, ceiling: 5}
                  scrape: {port: 8080}
                  gracePeriodAtLeast: 7
              corrections: Rewrite
              controller: {tolerance: 0.05, downscaleStabilizationSeconds: 60}
              actions: {cpu-target: Warn, metric-type: Audit, extra-metric: Deny}
            """);

    assertThat(policy)
        .isEqualTo(
            new ScalingPolicy(
                "all.of-it",
                Map.of(
                    "media",
                    new ServiceTypePolicy(
                        "media",
                        Map.of(
                            Resource.CPU, new ResourceThresholds(60, OptionalInt.of(59)),
                            Resource.MEMORY, new ResourceThresholds(70, OptionalInt.of(40))),
                        List.of(
                            new CapacityMetric(
                                "free:rooms",
                                false,
                                new BigDecimal("1.5"),
                                new BigDecimal("10"),
                                Encoding.HEADROOM,
                                Optional.of("rooms_wanted"))),
                        new Windows(new Windows.ScaleUp(1, 2), new Windows.ScaleDown(4, 3)),
                        List.of(),
                        new Replicas(3, 4, OptionalInt.of(2), OptionalInt.of(5)),
                        Optional.of(new Scrape(OptionalInt.of(8080), "/metrics")),
                        OptionalInt.of(7))),
                Corrections.REWRITE,
                new ControllerDefaults(0.05, 60),
                Map.of(
                    RuleId.CPU_TARGET, Action.WARN,
                    RuleId.METRIC_TYPE, Action.AUDIT,
                    RuleId.EXTRA_METRIC, Action.DENY)));
  }

  private static ScalingPolicy valid(String yaml) {
    return PolicySource.read(yaml, "policy.yaml")
        .fold(
            policy -> policy,
            mistakes -> {
              throw new AssertionError(mistakes.toString());
            });
  }
}
