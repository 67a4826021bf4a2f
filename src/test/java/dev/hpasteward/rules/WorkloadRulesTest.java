package dev.hpasteward.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.model.Container;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.PodTemplate;
import dev.hpasteward.model.Rival;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.model.Surroundings.Target;
import dev.hpasteward.model.Workload;
import dev.hpasteward.model.Workloads;
import dev.hpasteward.policy.ControllerDefaults;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.policy.ServiceTypePolicy;
import dev.hpasteward.policy.StrategyPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests, the time to drain, and replicas that a manifest sets. */
class WorkloadRulesTest {

  private static Workload with(Set<String> ofPod, OptionalInt grace, Container... containers) {
    return Workloads.templated(
        Workloads.of("sfu"), new PodTemplate(Map.of(), List.of(containers), ofPod, grace));
  }

  private static Container requesting(String name, String... resources) {
    return new Container(
        name, FieldPath.of("spec.template.spec.containers").index(0), List.of(), Set.of(resources));
  }

  private static List<String> missing(Workload workload, ServiceTypePolicy type) {
    return Judged.workload(workload, type).by(RuleId.MISSING_REQUESTS).stream()
        .map(Violation::found)
        .toList();
  }

  private static List<String> missing(Set<String> ofPod, Container... containers) {
    return missing(with(ofPod, OptionalInt.of(90_000), containers), StrategyPolicy.sfu());
  }

  @Test
  void everyContainerRequestsWhatIsMeasured() {
    assertThat(missing(Set.of(), requesting("a", "cpu", "memory"))).isEmpty();
    assertThat(missing(Set.of(), requesting("a", "cpu"), requesting("b", "memory")))
        .containsExactly("no cpu request in container b", "no memory request in container a");
    assertThat(missing(Set.of(), requesting("a"), requesting("b", "cpu", "memory")))
        .containsExactly("no cpu request in container a", "no memory request in container a");
  }

  @Test
  void whatThePodRequestsAsAWholeNoContainerNeeds() {
    assertThat(missing(Set.of("cpu", "memory"), requesting("a"))).isEmpty();
    assertThat(missing(Set.of("cpu"), requesting("a")))
        .containsExactly("no memory request in container a");
  }

  @Test
  void whatIsNotMeasuredNeedsNoRequest() {
    assertThat(
            missing(
                with(Set.of(), OptionalInt.of(90_000), requesting("a", "cpu")),
                StrategyPolicy.agent()))
        .isEmpty();
  }

  @Test
  void aMissingRequestIsToldAtItsContainer() {
    Violation violation =
        Judged.workload(
                with(Set.of(), OptionalInt.of(90_000), requesting("a\n", "memory")),
                StrategyPolicy.sfu())
            .by(RuleId.MISSING_REQUESTS)
            .get(0);

    assertThat(violation.path()).hasToString("spec.template.spec.containers[0].resources.requests");
    assertThat(violation.allowed()).isEqualTo("a cpu request");
    assertThat(violation.fix()).isEqualTo("set resources.requests.cpu of container a\\u000a");
    assertThat(violation.explanation())
        .contains("container a\\u000a has no cpu request, so no HPA can scale this on cpu");
  }

  @ParameterizedTest(name = "{0} seconds: {1}")
  @CsvSource(
      nullValues = "-",
      value = {"18000, -", "18001, -", "17999, 1", "0, 18000", "30, 17970", "-, 17970"})
  void aPodHasTheTimeToDrain(@Nullable Integer seconds, @Nullable Integer distance) {
    OptionalInt grace = seconds == null ? OptionalInt.empty() : OptionalInt.of(seconds);
    List<Violation> violations =
        Judged.workload(
                with(Set.of(), grace, requesting("a", "cpu", "memory")), StrategyPolicy.sfu())
            .by(RuleId.SHORT_GRACE_PERIOD);

    if (distance == null) {
      assertThat(violations).isEmpty();
    } else {
      assertThat(violations)
          .containsExactly(
              Violation.of(
                      RuleId.SHORT_GRACE_PERIOD,
                      FieldPath.of("spec.template.spec.terminationGracePeriodSeconds"),
                      Integer.toString(seconds == null ? 30 : seconds),
                      "at least 18000",
                      "set it to 18000, so that sessions can end before a pod goes")
                  .distance(distance));
    }
  }

  @Test
  void whereThePolicyNamesNoTimeAnyWillDo() {
    ServiceTypePolicy sfu = StrategyPolicy.sfu();
    ServiceTypePolicy free =
        new ServiceTypePolicy(
            sfu.name(),
            sfu.selector(),
            sfu.resources(),
            sfu.capacityMetrics(),
            sfu.windows(),
            sfu.scaleDownRate(),
            sfu.replicas(),
            sfu.scrape(),
            OptionalInt.empty());

    assertThat(
            Judged.workload(
                    with(Set.of(), OptionalInt.of(0), requesting("a", "cpu", "memory")), free)
                .violations())
        .isEmpty();
  }

  private static Surroundings scaledBy(Rival... rivals) {
    return new Surroundings(
        new Target.NotLookedUp(),
        true,
        true,
        Optional.empty(),
        List.of(rivals),
        List.of(),
        Surroundings.Ownership.ANYBODY);
  }

  private static List<Violation> staticReplicas(Workload workload, Surroundings surroundings) {
    List<Violation> violations = new ArrayList<>();
    new StaticReplicasRule()
        .check(
            new Inspection<>(
                workload, StrategyPolicy.sfu(), ControllerDefaults.KUBERNETES, surroundings),
            violations::add);
    return violations;
  }

  @ParameterizedTest(name = "{0} replicas, declared {1}, autoscaled {2}: {3}")
  @CsvSource({
    "3, true, true, true",
    "1, true, true, true",
    "3, false, true, false",
    "3, true, false, false",
    "0, true, true, false"
  })
  void aManifestLeavesReplicasToTheAutoscaler(
      int replicas, boolean declared, boolean autoscaled, boolean told) {
    Surroundings around =
        autoscaled ? scaledBy(new Rival.OfHpa(Autoscalers.sfu().build())) : scaledBy();

    assertThat(
            staticReplicas(Workloads.scaled(Workloads.of("sfu"), replicas, declared), around)
                .isEmpty())
        .isNotEqualTo(told);
  }

  @Test
  void staticReplicasAreToldWithWhoSetsThem() {
    Workload declared = Workloads.scaled(Workloads.of("sfu"), 3, true);

    assertThat(
            staticReplicas(
                declared, scaledBy(new Rival.OfScaledObject("a"), new Rival.OfScaledObject("b"))))
        .containsExactly(
            Violation.of(
                    RuleId.STATIC_REPLICAS,
                    FieldPath.of("spec.replicas"),
                    "3",
                    "no replicas in the manifest, since ScaledObject a sets them",
                    "remove spec.replicas from the manifest")
                .because("the manifest sets spec.replicas, which ScaledObject a sets too"));
  }

  @Test
  void replicasThatAreDeclaredAsNullAreOne() {
    Workload plain = Workloads.of("sfu");
    Workload declared = new Workload(plain.metadata(), OptionalInt.empty(), true, plain.template());

    assertThat(staticReplicas(declared, scaledBy(new Rival.OfScaledObject("a"))))
        .extracting(Violation::found)
        .containsExactly("1");
  }
}
