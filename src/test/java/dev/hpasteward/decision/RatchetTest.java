package dev.hpasteward.decision;

import static dev.hpasteward.model.Metrics.container;
import static dev.hpasteward.model.Metrics.cpu;
import static dev.hpasteward.model.Metrics.memory;
import static dev.hpasteward.model.Metrics.other;
import static dev.hpasteward.model.Metrics.pods;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.AutoscalerBuilder;
import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.model.Container;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.Metrics.Entry;
import dev.hpasteward.model.Rival;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.Subject;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.model.Surroundings.Target;
import dev.hpasteward.model.Workload;
import dev.hpasteward.model.Workloads;
import dev.hpasteward.policy.Action;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.policy.StrategyPolicy;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What an update brings, and what it only leaves as it was. */
class RatchetTest {

  /** Everything denies. */
  private static final ScalingPolicy STRICT =
      StrategyPolicy.withActions(
          StrategyPolicy.policy(),
          Stream.of(RuleId.values()).collect(Collectors.toMap(rule -> rule, rule -> Action.DENY)));

  private static Autoscaler sfu(Entry... metrics) {
    return Autoscalers.sfu().metrics(metrics).build();
  }

  private static List<String> brought(Subject before, Subject after, Surroundings surroundings) {
    return Evaluator.evaluate(Questions.update(before, after, surroundings), STRICT)
        .findings(Action.DENY)
        .stream()
        .map(finding -> finding.rule().id())
        .toList();
  }

  private static List<String> brought(Subject before, Subject after) {
    return brought(before, after, Claims.ALONE);
  }

  static Stream<Arguments> metrics() {
    return Stream.of(
        metrics("no nearer", List.of(cpu(80), memory(70)), List.of(cpu(80), memory(69))),
        metrics("nearer", List.of(cpu(80), memory(70)), List.of(cpu(61), memory(70))),
        metrics(
            "further", List.of(cpu(80), memory(70)), List.of(cpu(81), memory(70)), "cpu-target"),
        metrics(
            "first bad", List.of(cpu(60), memory(70)), List.of(cpu(61), memory(70)), "cpu-target"),
        metrics(
            "the place in the list", List.of(cpu(80), memory(70)), List.of(memory(70), cpu(80))),
        metrics(
            "another one's distance",
            List.of(cpu(80), memory(71)),
            List.of(cpu(80), memory(72)),
            "memory-target"),
        metrics(
            "a container's for all of them",
            List.of(container("cpu", 80), memory(70)),
            List.of(cpu(80), memory(70)),
            "cpu-target"),
        metrics(
            "all of them for a container's",
            List.of(cpu(80), memory(70)),
            List.of(container("cpu", 80), memory(70)),
            "cpu-target"),
        metrics(
            "a container's stays",
            List.of(container("cpu", 80), memory(70)),
            List.of(memory(70), container("cpu", 80))),
        metrics(
            "the greatest of several counts",
            List.of(cpu(70), cpu(80), memory(70)),
            List.of(cpu(80), cpu(80), memory(70))),
        metrics(
            "beyond the greatest of several",
            List.of(cpu(70), cpu(80), memory(70)),
            List.of(cpu(70), cpu(81), memory(70)),
            "cpu-target"),
        metrics(
            "of an unknown type, elsewhere",
            List.of(cpu(60), memory(70), other("New")),
            List.of(other("New"), cpu(60), memory(70))),
        metrics(
            "of another unknown type",
            List.of(cpu(60), memory(70), other("New")),
            List.of(cpu(60), memory(70), other("Newer")),
            "extra-metric"),
        metrics(
            "another metric",
            List.of(cpu(60), memory(70), pods("one", "1")),
            List.of(cpu(60), memory(70), pods("two", "1")),
            "extra-metric"));
  }

  private static Arguments metrics(
      String name, List<Entry> before, List<Entry> after, String... brought) {
    return Arguments.of(
        name,
        sfu(before.toArray(Entry[]::new)),
        sfu(after.toArray(Entry[]::new)),
        Arrays.asList(brought));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("metrics")
  void aMetricIsKnownByWhatItMeasures(
      String name, Autoscaler before, Autoscaler after, List<String> brought) {
    assertThat(brought(before, after)).as(name).isEqualTo(brought);
  }

  @Test
  void distancesOfDoublesThatDifferByRoundingAreTheSame() {
    AutoscalerBuilder before = Autoscalers.sfu().upTolerance("0.3");

    assertThat(brought(before.build(), before.upTolerance("0.3000000001").label("a", "b").build()))
        .isEmpty();
    assertThat(brought(before.build(), before.upTolerance("0.300001").build()))
        .containsExactly("scale-up-tolerance");
  }

  @Test
  void anotherTargetBringsItsRivals() {
    Surroundings contested =
        new Surroundings(
            new Target.NotLookedUp(),
            true,
            true,
            Optional.empty(),
            List.of(new Rival.OfScaledObject("keda")),
            List.of(),
            Surroundings.Ownership.ANYBODY);
    AutoscalerBuilder before = Autoscalers.sfu();

    assertThat(brought(before.build(), before.label("a", "b").build(), contested)).isEmpty();
    assertThat(
            brought(
                before.build(), before.target("apps/v1", "Deployment", "else").build(), contested))
        .containsExactly("duplicate-autoscaler");
  }

  @Test
  void anotherTypeBringsWhatItAsksFor() {
    AutoscalerBuilder before = Autoscalers.sfu();
    Surroundings around = Claims.ALONE.with(new Target.Found(Workloads.of("agent")));

    assertThat(brought(before.build(), before.label(StewardKeys.SERVICE_TYPE, "agent").build()))
        .containsExactly("cpu-target", "extra-metric", "service-type-removed");
    assertThat(
            brought(
                before.build(), before.label(StewardKeys.SERVICE_TYPE, "agent").build(), around))
        .containsExactly("cpu-target", "extra-metric");
  }

  private static Container requesting(String name, int index, String... resources) {
    return new Container(
        name,
        FieldPath.of("spec.template.spec.containers").index(index),
        List.of(),
        Set.of(resources));
  }

  private static Workload with(Container... containers) {
    return Workloads.templated(
        Workloads.of("sfu"), Workloads.template(Map.of(), List.of(containers)));
  }

  @Test
  void aContainerIsKnownByItsNameAndMissesEachResourceByItself() {
    Workload before = with(requesting("a", 0, "cpu"), requesting("b", 1, "cpu", "memory"));

    assertThat(
            brought(before, with(requesting("b", 0, "cpu", "memory"), requesting("a", 1, "cpu"))))
        .isEmpty();
    assertThat(brought(before, with(requesting("a", 0), requesting("b", 1, "cpu", "memory"))))
        .containsExactly("missing-requests");
    assertThat(brought(before, with(requesting("a", 0, "cpu"), requesting("b", 1, "cpu"))))
        .containsExactly("missing-requests");
  }

  @ParameterizedTest(name = "{0} to {1}: {2}")
  @CsvSource({
    "foo, 'foo, cpu-target', true",
    "foo, 'foo,bar', false",
    "foo, bar, false",
    "'foo,bar', bar, true"
  })
  void anotherMistakeInAnExemptionIsANewOne(String before, String after, boolean passes) {
    assertThat(
            brought(
                    Claims.claim(Autoscalers.sfu(), before, "why", Claims.SOON).build(),
                    Claims.claim(Autoscalers.sfu(), after, "why", Claims.SOON).build())
                .isEmpty())
        .isEqualTo(passes);
  }

  @ParameterizedTest(name = "{0} names to {1}: {2}")
  @CsvSource({"50, 49, true", "50, 51, false", "39, 41, false"})
  void fewerNamesTooManyAreAnImprovement(int before, int after, boolean passes) {
    assertThat(
            brought(
                    Claims.claim(Autoscalers.sfu(), names(before), "why", Claims.SOON).build(),
                    Claims.claim(Autoscalers.sfu(), names(after), "why", Claims.SOON).build())
                .isEmpty())
        .isEqualTo(passes);
  }

  private static String names(int count) {
    return String.join(",", Collections.nCopies(count, "cpu-target"));
  }

  @Test
  void aReasonThatIsNoBetterIsNotWorse() {
    assertThat(
            brought(
                Claims.claim(Autoscalers.sfu(), "cpu-target", " ", Claims.SOON).build(),
                Claims.claim(Autoscalers.sfu(), "cpu-target", null, Claims.SOON).build()))
        .isEmpty();
  }

  @Test
  void whatTheNamespaceForbidsIsNewWhereTheTargetChangesToo() {
    ScalingPolicy policy = Allowed.byDefault().never(RuleId.WINDOW_ORDER).policy();
    AutoscalerBuilder before = Claims.claim(Autoscalers.sfu(), "cpu-target", "why", Claims.SOON);
    AutoscalerBuilder after =
        Claims.claim(Autoscalers.sfu(), "window-order", "why", Claims.SOON)
            .target("apps/v1", "Deployment", "else");

    assertThat(Claims.denying(Claims.updated(before.build(), after.build(), policy)))
        .containsExactly("invalid-exemption");
  }
}
