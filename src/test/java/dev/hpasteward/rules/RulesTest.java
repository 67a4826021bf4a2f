package dev.hpasteward.rules;

import static dev.hpasteward.model.Metrics.container;
import static dev.hpasteward.model.Metrics.cpu;
import static dev.hpasteward.model.Metrics.memory;
import static dev.hpasteward.model.Metrics.other;
import static dev.hpasteward.model.Metrics.pods;
import static dev.hpasteward.model.Metrics.podsValue;
import static dev.hpasteward.model.Metrics.resourceAverage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.model.Container;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.Metadata;
import dev.hpasteward.model.PodTemplate;
import dev.hpasteward.model.RatePolicy;
import dev.hpasteward.model.Rival;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.Subject;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.model.Surroundings.Target;
import dev.hpasteward.model.Workload;
import dev.hpasteward.policy.ControllerDefaults;
import dev.hpasteward.policy.Replicas;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.policy.ServiceTypePolicy;
import dev.hpasteward.policy.StrategyPolicy;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RulesTest {
  private static final Replicas BOUND = new Replicas(2, 20, OptionalInt.of(2), OptionalInt.of(30));

  /** Two objects that break every rule between them, and a Deployment that breaks its own. */
  private static final Autoscaler BAD_EGRESS =
      Autoscalers.bare("livekit-egress")
          .metrics(
              cpu(80),
              container("cpu", 50),
              memory(10),
              resourceAverage("cpu", "1"),
              pods("livekit_egress_available", "9"),
              other("New"))
          .replicas(1, 99)
          .upWindow(500)
          .upTolerance("0.5")
          .upPolicies(new RatePolicy("Pods", 1, 1800))
          .downWindow(0)
          .downPolicies(new RatePolicy("Pods", 50, 15))
          .annotated("hpa-steward.dev/exempt-untill", "2026-12-31")
          .build();

  private static final Autoscaler BAD_SIP =
      Autoscalers.bare("sip")
          .metrics(podsValue("custom_metric", "1"))
          .upSelect("Disabled")
          .downSelect("Disabled")
          .build();

  private static final Workload BAD_DEPLOYMENT =
      new Workload(
          new Metadata(
              "media",
              "example",
              Map.of(StewardKeys.SERVICE_TYPE, "livekit-egress"),
              Map.of(
                  StewardKeys.MIN_REPLICAS,
                  "1",
                  StewardKeys.MAX_REPLICAS,
                  "many",
                  StewardKeys.PAUSED_UNTIL,
                  "later",
                  "hpa-steward.dev/exemptt",
                  "")),
          OptionalInt.of(3),
          true,
          new PodTemplate(
              Map.of("prometheus.io/port", "1"),
              List.of(new Container("main", FieldPath.ROOT, List.of(), Set.of())),
              Set.of(),
              OptionalInt.of(5)));

  /** What a violation needs besides the object itself. */
  private static final Surroundings BAD_SURROUNDINGS =
      new Surroundings(
          new Target.Missing(),
          true,
          true,
          Optional.empty(),
          List.of(new Rival.OfScaledObject("other")),
          List.of("vertical"),
          Surroundings.Ownership.ANYBODY);

  @Test
  void aRuleReportsOnlyUnderItsIdsAndUnderAllOfThem() {
    for (Rule<Autoscaler> rule : Rules.FOR_AUTOSCALERS) {
      Set<RuleId> reported = reported(rule, BAD_EGRESS, StrategyPolicy.egress());
      reported.addAll(reported(rule, BAD_SIP, StrategyPolicy.sip()));
      assertThat(reported).as(rule.getClass().getSimpleName()).isEqualTo(rule.ids());
    }
    for (Rule<Workload> rule : Rules.FOR_WORKLOADS) {
      assertThat(reported(rule, BAD_DEPLOYMENT, StrategyPolicy.egress()))
          .as(rule.getClass().getSimpleName())
          .isEqualTo(rule.ids());
    }
  }

  @Test
  void everyIdHasItsRuleButThoseThatTellWhetherAnyRuleIsAsked() {
    Set<RuleId> covered =
        EnumSet.of(
            RuleId.UNKNOWN_SERVICE_TYPE,
            RuleId.SERVICE_TYPE_MISMATCH,
            RuleId.SERVICE_TYPE_REMOVED,
            RuleId.INVALID_EXEMPTION);
    Stream.<Rule<? extends Subject>>concat(
            Rules.FOR_AUTOSCALERS.stream(), Rules.FOR_WORKLOADS.stream())
        .forEach(rule -> covered.addAll(rule.ids()));

    assertThat(covered).containsExactlyInAnyOrder(RuleId.values());
  }

  @Test
  void completeAutoscalersOfAllTypesDrawNothingButWhatTheyAreToHear() {
    assertThat(Judged.autoscaler(Autoscalers.egress(), StrategyPolicy.egress()).rules())
        .containsExactly(RuleId.INVERTED_METRIC);
    assertThat(Judged.autoscaler(Autoscalers.sip(), StrategyPolicy.sip()).rules())
        .containsExactly(RuleId.PLACEHOLDER_METRIC);
    assertThat(Judged.autoscaler(Autoscalers.sfu(), StrategyPolicy.sfu()).rules()).isEmpty();
    assertThat(Judged.autoscaler(Autoscalers.agent(), StrategyPolicy.agent()).rules()).isEmpty();
  }

  private static <S extends Subject> Set<RuleId> reported(
      Rule<S> rule, S subject, ServiceTypePolicy type) {
    Set<RuleId> reported = EnumSet.noneOf(RuleId.class);
    rule.check(
        new Inspection<>(
            subject,
            StrategyPolicy.withReplicas(type, BOUND),
            ControllerDefaults.KUBERNETES,
            BAD_SURROUNDINGS),
        violation -> reported.add(violation.rule()));
    return reported;
  }
}
