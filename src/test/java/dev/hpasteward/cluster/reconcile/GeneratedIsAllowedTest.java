package dev.hpasteward.cluster.reconcile;

import static dev.hpasteward.cluster.reconcile.Scene.egress;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.decision.Finding;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.policy.Action;
import dev.hpasteward.policy.RuleId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What we generate is what we allow. */
class GeneratedIsAllowedTest {

  private static final String BOUND =
      """
      serviceTypes:
        livekit-egress:
          resources: {cpu: {scaleUpAt: 50, scaleDownAt: 30}}
          capacityMetrics:
          - {name: workers_available, scaleUpAtOrBelow: 1, scaleDownAtOrAbove: 3, encoding: Headroom}
          replicas: {min: 3, max: 20, floor: 2, ceiling: 30}
        sip: {resources: {memory: {scaleUpAt: 1000, scaleDownAt: 1}}}
        sfu: {resources: {cpu: {scaleUpAt: 2, scaleDownAt: 1}, memory: {scaleUpAt: 90}}}
        agent:
          resources: {cpu: {scaleUpAt: 1}}
          windows: {scaleUp: {inject: 0, atMost: 0}, scaleDown: {inject: 3600, atLeast: 0}}
          scaleDownRate: []
      """;

  @Property(tries = 400)
  void whateverTheDeploymentNothingIsDenied(
      @ForAll("types") String type,
      @ForAll @IntRange(max = 80) int replicas,
      @ForAll("counts") String min,
      @ForAll("counts") String max,
      @ForAll("exemptions") String exempt,
      @ForAll boolean bound,
      @ForAll boolean tolerancesKept) {
    Scene scene =
        egress()
            .labelled(StewardKeys.SERVICE_TYPE, type)
            .replicas(replicas)
            .annotated(StewardKeys.MIN_REPLICAS, min)
            .annotated(StewardKeys.MAX_REPLICAS, max)
            .annotated(StewardKeys.EXEMPT, exempt)
            .annotated(StewardKeys.EXEMPT_REASON, "OPS-1 launch")
            .annotated(StewardKeys.EXEMPT_UNTIL, "2026-01-02");
    if (bound) {
      scene.policy(BOUND);
    }
    if (!tolerancesKept) {
      scene.withoutTolerances();
    }
    scene.settled();

    assertThat(scene.judged().findings())
        .filteredOn(finding -> finding.action() == Action.DENY)
        .isEmpty();
    assertThat(scene.plan().step()).isInstanceOf(Step.Nothing.class);
  }

  @ParameterizedTest
  @CsvSource({
    "livekit-egress, inverted-metric",
    "sip, placeholder-metric",
    "sfu,",
    "agent,",
  })
  void whereTolerancesAreKeptOnlyTheStrategysOwnMetricsAreTold(String type, @Nullable String told) {
    Scene scene = egress().labelled(StewardKeys.SERVICE_TYPE, type).settled();

    assertThat(rules(scene)).isEqualTo(told == null ? List.of() : List.of(told));
  }

  @ParameterizedTest
  @ValueSource(strings = {"livekit-egress", "sip", "sfu"})
  void withoutTolerancesAFindingTellsWhereItScalesDown(String type) {
    Scene scene = egress().labelled(StewardKeys.SERVICE_TYPE, type).withoutTolerances().settled();

    assertThat(scene.judged().findings())
        .filteredOn(finding -> finding.rule() == RuleId.SCALE_DOWN_THRESHOLD)
        .hasSize(2)
        .allSatisfy(
            finding -> {
              assertThat(finding.action()).isEqualTo(Action.WARN);
              assertThat(finding.fix())
                  .isEqualTo(
                      "needs scaleDown.tolerance, which this cluster lacks (Kubernetes 1.35 has"
                          + " it)");
            });
    assertThat(rules(scene)).doesNotContain("scale-up-threshold");
  }

  private static List<String> rules(Scene scene) {
    return scene.judged().findings().stream()
        .map(Finding::rule)
        .map(RuleId::id)
        .distinct()
        .toList();
  }

  @Provide
  Arbitrary<String> types() {
    return Arbitraries.of("livekit-egress", "sip", "sfu", "agent");
  }

  @Provide
  Arbitrary<String> counts() {
    return Arbitraries.of(
        "0", "1", "2", "3", "19", "20", "21", "30", "31", "50", "999999", "x", "");
  }

  @Provide
  Arbitrary<String> exemptions() {
    return Arbitraries.of("replica-bounds", "cpu-target", "nonsense", "");
  }
}
