package dev.hpasteward.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.policy.Action;
import dev.hpasteward.policy.CapacityMetric;
import dev.hpasteward.policy.ControllerDefaults;
import dev.hpasteward.policy.Corrections;
import dev.hpasteward.policy.Encoding;
import dev.hpasteward.policy.ExemptionRules;
import dev.hpasteward.policy.ExemptionRules.Allowance;
import dev.hpasteward.policy.ExemptionRules.Approvers;
import dev.hpasteward.policy.Generation;
import dev.hpasteward.policy.LabelSelector;
import dev.hpasteward.policy.LabelSelector.Operator;
import dev.hpasteward.policy.LabelSelector.Requirement;
import dev.hpasteward.policy.Mode;
import dev.hpasteward.policy.Modes;
import dev.hpasteward.policy.Modes.Selected;
import dev.hpasteward.policy.ReasonPattern;
import dev.hpasteward.policy.Replicas;
import dev.hpasteward.policy.ReplicasOnUpdate;
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
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
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
                policy.version(),
                Map.of(
                    "sfu",
                    new ServiceTypePolicy(
                        "sfu",
                        Optional.empty(),
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
                Map.of(),
                new Modes(List.of(), Mode.ENFORCE),
                new ExemptionRules(
                    true,
                    true,
                    Optional.empty(),
                    OptionalInt.empty(),
                    false,
                    Set.of(),
                    List.of(),
                    new Approvers(Set.of(), Set.of())),
                ReplicasOnUpdate.KEEP_LIVE,
                Generation.DEFAULT));
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
                  selector:
                    matchLabels: {app.kubernetes.io/name: livekit-server, empty: ""}
                    matchExpressions:
                      - {key: tier, operator: In, values: [a, b]}
                      - {key: tier, operator: NotIn, values: [b]}
                      - {key: tier, operator: Exists, values: []}
                      - {key: example.com/other, operator: DoesNotExist}
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
              modes:
                default: Audit
                namespaces:
                  - selector: {matchLabels: {mode: "off"}}
                    mode: Off
                  - selector: {matchExpressions: [{key: mode, operator: Exists}]}
                    mode: Warn
              exemptions:
                requireReason: false
                requireEnd: true
                reasonPattern: "[A-Z]+-[0-9]+.*"
                maxDays: 30
                renewals: true
                never: [duplicate-autoscaler]
                allow:
                  - namespaceSelector: {matchLabels: {team: voice}}
                    rules: [cpu-target, memory-target]
                    serviceTypes: [media]
                  - {}
                approvers:
                  users: ["system:serviceaccount:argocd:controller"]
                  groups: [platform team]
              replicasOnUpdate: Warn
              generation:
                delaySeconds: 0
                writesPerSecond: 1000
                copyLabels: [team, example.com/cost-center]
            """);

    assertThat(policy)
        .isEqualTo(
            new ScalingPolicy(
                "all.of-it",
                policy.version(),
                Map.of(
                    "media",
                    new ServiceTypePolicy(
                        "media",
                        Optional.of(
                            new LabelSelector(
                                Map.of(
                                    "app.kubernetes.io/name", "livekit-server",
                                    "empty", ""),
                                List.of(
                                    new Requirement("tier", Operator.IN, List.of("a", "b")),
                                    new Requirement("tier", Operator.NOT_IN, List.of("b")),
                                    new Requirement("tier", Operator.EXISTS, List.of()),
                                    new Requirement(
                                        "example.com/other", Operator.DOES_NOT_EXIST, List.of())))),
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
                    RuleId.EXTRA_METRIC, Action.DENY),
                new Modes(
                    List.of(
                        new Selected(label("mode", "off"), Mode.OFF),
                        new Selected(
                            new LabelSelector(
                                Map.of(),
                                List.of(new Requirement("mode", Operator.EXISTS, List.of()))),
                            Mode.WARN)),
                    Mode.AUDIT),
                new ExemptionRules(
                    false,
                    true,
                    Optional.of(new ReasonPattern("[A-Z]+-[0-9]+.*", reason -> false)),
                    OptionalInt.of(30),
                    true,
                    Set.of(RuleId.DUPLICATE_AUTOSCALER),
                    List.of(
                        new Allowance(
                            label("team", "voice"),
                            Set.of(RuleId.CPU_TARGET, RuleId.MEMORY_TARGET),
                            Set.of("media")),
                        new Allowance(LabelSelector.EVERYTHING, Set.of(), Set.of())),
                    new Approvers(
                        Set.of("system:serviceaccount:argocd:controller"),
                        Set.of("platform team"))),
                ReplicasOnUpdate.WARN,
                new Generation(0, 1000, Set.of("team", "example.com/cost-center"))));
  }

  @Test
  void theVersionIsThatOfTheBytes() throws Exception {
    String text =
        """
        {apiVersion: hpa-steward.dev/v1, kind: ScalingPolicy, metadata: {name: a},
        spec: {serviceTypes: {sfu: {resources: {cpu: {scaleUpAt: 50}}}}}}
        """;
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));

    assertThat(valid(text).version()).isEqualTo(HexFormat.of().formatHex(hash, 0, 6));
    assertThat(valid(text + "# ").version()).isNotEqualTo(valid(text).version());
  }

  private static LabelSelector label(String key, String value) {
    return new LabelSelector(Map.of(key, value), List.of());
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
