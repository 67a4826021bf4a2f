package dev.hpasteward.decision;

import static dev.hpasteward.model.Metrics.cpu;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.AutoscalerBuilder;
import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.model.Rival;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.model.Surroundings.Target;
import dev.hpasteward.model.Workload;
import dev.hpasteward.model.Workloads;
import dev.hpasteward.policy.Action;
import dev.hpasteward.policy.LabelSelector;
import dev.hpasteward.policy.LabelSelector.Operator;
import dev.hpasteward.policy.LabelSelector.Requirement;
import dev.hpasteward.policy.Mode;
import dev.hpasteward.policy.Modes;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.policy.ServiceTypePolicy;
import dev.hpasteward.policy.StrategyPolicy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who leaves the policy, or changes sides within it, by a change of labels. */
class TypeLeftTest {

  private static final Set<RuleId> ABOUT_TYPES =
      Set.of(
          RuleId.SERVICE_TYPE_REMOVED, RuleId.SERVICE_TYPE_MISMATCH, RuleId.UNKNOWN_SERVICE_TYPE);

  /** {@code app: sfu} is an sfu, {@code app: agent} and {@code talks} are agents. */
  private static final ScalingPolicy POLICY =
      StrategyPolicy.of(
          selected(StrategyPolicy.sfu(), new LabelSelector(Map.of("app", "sfu"), List.of())),
          selected(
              StrategyPolicy.agent(),
              new LabelSelector(
                  Map.of(), List.of(new Requirement("talks", Operator.EXISTS, List.of())))),
          StrategyPolicy.sip());

  private static ServiceTypePolicy selected(ServiceTypePolicy type, LabelSelector selector) {
    return new ServiceTypePolicy(
        type.name(),
        Optional.of(selector),
        type.resources(),
        type.capacityMetrics(),
        type.windows(),
        type.scaleDownRate(),
        type.replicas(),
        type.scrape(),
        type.gracePeriodAtLeast());
  }

  private static Map<String, String> labels(
      @Nullable String type, @Nullable String app, @Nullable String talks) {
    Map<String, String> labels = new HashMap<>();
    if (type != null) {
      labels.put(StewardKeys.SERVICE_TYPE, type);
    }
    if (app != null) {
      labels.put("app", app);
    }
    if (talks != null) {
      labels.put("talks", talks);
    }
    return labels;
  }

  private static Workload deployment(@Nullable String type, @Nullable String app) {
    return Workloads.named("example", labels(type, app, null));
  }

  private static List<RuleId> aboutTypes(Decision decision) {
    return decision.findings(Action.DENY).stream()
        .map(Finding::rule)
        .filter(ABOUT_TYPES::contains)
        .toList();
  }

  @ParameterizedTest(name = "label {0}, app {1} to label {2}, app {3}, talks {4}: {5}")
  @CsvSource(
      nullValues = "-",
      value = {
        "sfu, -, sfu, -, -, -",
        "sfu, -, -, -, -, SERVICE_TYPE_REMOVED",
        "sfu, -, sip, -, -, SERVICE_TYPE_REMOVED",
        "sfu, -, sfuu, -, -, UNKNOWN_SERVICE_TYPE",
        "sfu, -, '', -, -, UNKNOWN_SERVICE_TYPE",
        "sfu, -, -, sfu, -, -",
        "sfu, -, -, -, yes, SERVICE_TYPE_REMOVED",
        "sfu, -, -, sfu, yes, SERVICE_TYPE_MISMATCH",
        "sfu, -, sfu, sfu, yes, -",
        "sfuu, -, -, -, -, -",
        "sfuu, -, sfu, -, -, -",
        "-, -, sfu, -, -, -",
        "-, -, -, -, -, -",
        "-, sfu, -, sfu, -, -",
        "-, sfu, -, -, -, SERVICE_TYPE_REMOVED",
        "-, sfu, -, other, -, SERVICE_TYPE_REMOVED",
        "-, sfu, -, -, yes, SERVICE_TYPE_REMOVED",
        "-, sfu, sfu, -, -, -",
        "-, sfu, sip, sfu, -, SERVICE_TYPE_REMOVED",
        "-, sfu, -, sfu, yes, SERVICE_TYPE_MISMATCH"
      })
  void aDeploymentKeepsItsType(
      @Nullable String type,
      @Nullable String app,
      @Nullable String newType,
      @Nullable String newApp,
      @Nullable String newTalks,
      @Nullable RuleId told) {
    Decision decision =
        Claims.updated(
            deployment(type, app),
            Workloads.named("example", labels(newType, newApp, newTalks)),
            POLICY);

    assertThat(aboutTypes(decision)).isEqualTo(told == null ? List.of() : List.of(told));
  }

  private static Surroundings around(String target) {
    return Claims.ALONE.with(
        switch (target) {
          case "missing" -> new Target.Missing();
          case "unknown" -> new Target.Unknown();
          case "other" -> new Target.NotLookedUp();
          case "untyped" -> new Target.Found(deployment(null, null));
          case "app" -> new Target.Found(deployment(null, "sfu"));
          default -> new Target.Found(deployment(target, null));
        });
  }

  private static Autoscaler hpa(@Nullable String label) {
    AutoscalerBuilder plain = Autoscalers.sfu().unlabelled();
    return (label == null ? plain : plain.label(StewardKeys.SERVICE_TYPE, label)).build();
  }

  @ParameterizedTest(name = "label {0} to {1}, target {2}: {3}")
  @CsvSource(
      nullValues = "-",
      value = {
        "sfu, sfu, missing, -",
        "sfu, -, missing, SERVICE_TYPE_REMOVED",
        "sfu, -, other, SERVICE_TYPE_REMOVED",
        "sfu, -, untyped, SERVICE_TYPE_REMOVED",
        "sfu, -, unknown, -",
        "sfu, -, sfu, -",
        "sfu, -, app, -",
        "sfu, -, agent, -",
        "sfu, -, sfuu, UNKNOWN_SERVICE_TYPE",
        "sfu, sip, missing, SERVICE_TYPE_REMOVED",
        "sfu, sip, unknown, SERVICE_TYPE_REMOVED",
        "sfu, sip, untyped, SERVICE_TYPE_REMOVED",
        "sfu, sip, sfuu, SERVICE_TYPE_REMOVED",
        "sfu, sip, sip, -",
        "sfu, sip, sfu, SERVICE_TYPE_MISMATCH SERVICE_TYPE_REMOVED",
        "sfu, sfuu, sfu, UNKNOWN_SERVICE_TYPE",
        "sfu, '', missing, UNKNOWN_SERVICE_TYPE",
        "-, sfu, missing, -",
        "-, sfu, app, -",
        "-, sip, app, SERVICE_TYPE_MISMATCH",
        "-, -, app, -",
        "sfuu, -, missing, -"
      })
  void anAutoscalerKeepsTheTypeOfItsLabelUnlessItsTargetHasAnother(
      @Nullable String label, @Nullable String newLabel, String target, @Nullable String told) {
    Decision decision =
        Evaluator.evaluate(Questions.update(hpa(label), hpa(newLabel), around(target)), POLICY);

    assertThat(aboutTypes(decision))
        .extracting(RuleId::name)
        .isEqualTo(told == null ? List.of() : List.of(told.split(" ")));
  }

  @Test
  void anAutoscalerWithoutALabelMayTurnToWhatIsNobodysBusiness() {
    Autoscaler before = hpa(null);
    Autoscaler after =
        Autoscalers.sfu().unlabelled().target("apps/v1", "Deployment", "else").build();

    assertThat(
            Evaluator.evaluate(Questions.update(before, after, around("untyped")), POLICY)
                .findings())
        .isEmpty();
  }

  @Test
  void leavingIsToldWithTheTypeThatItHad() {
    assertThat(Claims.updated(deployment("sfu", null), deployment("sip", null), POLICY).findings())
        .filteredOn(finding -> finding.rule() == RuleId.SERVICE_TYPE_REMOVED)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.found()).isEqualTo("\"sip\"");
              assertThat(finding.allowed()).isEqualTo("sfu, as before");
              assertThat(finding.path())
                  .hasToString("metadata.labels[hpa-steward.dev/service-type]");
            });
    assertThat(Claims.updated(deployment("sfu", null), deployment(null, null), POLICY).findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.found()).isEqualTo("no such label"));
  }

  @Test
  void severalSelectorsThatMatchAreToldByName() {
    assertThat(
            Claims.created(Workloads.named("example", labels(null, "sfu", "yes")), POLICY)
                .findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo(RuleId.SERVICE_TYPE_MISMATCH);
              assertThat(finding.found())
                  .isEqualTo("labels of Deployment example that fit sfu, agent");
              assertThat(finding.fix())
                  .isEqualTo("label the Deployment with hpa-steward.dev/service-type");
            });
  }

  @Test
  void aLabelThatContradictsTheTargetIsToldAndCorrected() {
    assertThat(Evaluator.evaluate(Questions.creation(hpa("sip"), around("app")), POLICY).findings())
        .filteredOn(finding -> finding.rule() == RuleId.SERVICE_TYPE_MISMATCH)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.found()).isEqualTo("\"sip\"");
              assertThat(finding.allowed()).isEqualTo("sfu, as Deployment example says");
              assertThat(finding.fix()).isEqualTo("set it to sfu or remove it");
              assertThat(finding.correction().orElseThrow().value()).isEqualTo("sfu");
            });
  }

  @Test
  void whoIsExemptMayLeave() {
    Workload before = deployment("sfu", null);
    Workload after = deployment(null, null);
    for (var text :
        Map.of(
                StewardKeys.EXEMPT, "service-type-removed",
                StewardKeys.EXEMPT_REASON, "moves",
                StewardKeys.EXEMPT_UNTIL, Claims.SOON)
            .entrySet()) {
      after = Workloads.annotated(after, text.getKey(), text.getValue());
    }

    Decision decision = Claims.updated(before, after, POLICY);

    assertThat(decision.denied()).isFalse();
    assertThat(decision.findings()).singleElement().matches(f -> f.exemption().isPresent());
  }

  @Test
  void whereNobodyLooksAnybodyMayLeave() {
    ScalingPolicy off = StrategyPolicy.withModes(POLICY, new Modes(List.of(), Mode.OFF));

    assertThat(Claims.updated(deployment("sfu", null), deployment(null, null), off).findings())
        .isEmpty();
  }

  @Test
  void theRulesOfKedasAutoscalersAreThoseOfNumbersAlone() {
    Surroundings ofKeda =
        new Surroundings(
            new Target.Missing(),
            true,
            true,
            Optional.empty(),
            List.of(new Rival.OfScaledObject("other")),
            List.of("vertical"),
            Surroundings.Ownership.KEDA);
    AutoscalerBuilder bad =
        Autoscalers.bare("sfu")
            .metrics(cpu(80))
            .upWindow(500)
            .upTolerance("0.5")
            .annotated("hpa-steward.dev/foo", "");

    assertThat(Evaluator.evaluate(Questions.creation(bad.build(), ofKeda), POLICY).findings())
        .extracting(Finding::rule)
        .containsOnly(RuleId.CPU_TARGET, RuleId.SCALE_UP_WINDOW, RuleId.WINDOW_ORDER)
        .contains(RuleId.CPU_TARGET, RuleId.SCALE_UP_WINDOW);
  }
}
