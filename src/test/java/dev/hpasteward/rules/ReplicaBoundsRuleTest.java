package dev.hpasteward.rules;

import static dev.hpasteward.policy.RuleId.REPLICA_BOUNDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.model.Surroundings.Ownership;
import dev.hpasteward.model.Surroundings.Target;
import dev.hpasteward.model.Workload;
import dev.hpasteward.model.Workloads;
import dev.hpasteward.policy.ControllerDefaults;
import dev.hpasteward.policy.Replicas;
import dev.hpasteward.policy.ServiceTypePolicy;
import dev.hpasteward.policy.StrategyPolicy;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplicaBoundsRuleTest {
  private static final ServiceTypePolicy BOUND =
      StrategyPolicy.withReplicas(
          StrategyPolicy.sfu(), new Replicas(2, 20, OptionalInt.of(3), OptionalInt.of(30)));

  @Test
  void whatIsInjectedBindsNoAuthor() {
    assertThat(judge(0, 1000, StrategyPolicy.sfu())).isEmpty();
  }

  @ParameterizedTest(name = "{0} to {1}")
  @CsvSource({"3, 30", "10, 10", "30, 30"})
  void withinFloorAndCeilingPasses(int min, int max) {
    assertThat(judge(min, max, BOUND)).isEmpty();
  }

  @Test
  void aMinimumBelowTheFloorIsRefusedAndCanBeCorrected() {
    assertThat(judge(1, 30, BOUND))
        .containsExactly(
            Violation.of(
                    REPLICA_BOUNDS,
                    FieldPath.of("spec.minReplicas"),
                    "1",
                    "at least 3",
                    "set it to 3")
                .distance(2)
                .correctedBy(3));
  }

  @Test
  void anUnsetMinimumIsOne() {
    assertThat(judge(OptionalInt.empty(), OptionalInt.of(30), BOUND))
        .extracting(Violation::found)
        .containsExactly("1");
  }

  @Test
  void aMaximumAboveTheCeilingIsRefusedAndNeverCorrected() {
    assertThat(judge(3, 35, BOUND))
        .containsExactly(
            Violation.of(
                    REPLICA_BOUNDS,
                    FieldPath.of("spec.maxReplicas"),
                    "35",
                    "at most 30",
                    "set it to 30")
                .distance(5));
  }

  @Test
  void aMissingMaximumIsTheApiServersBusiness() {
    assertThat(judge(OptionalInt.of(3), OptionalInt.empty(), BOUND)).isEmpty();
  }

  @ParameterizedTest(name = "running {0}, at most {1}, ours: {2}")
  @CsvSource({
    "35, 35, true,",
    "35, 30, true,",
    "35, 36, true, at most 35",
    "20, 30, true,",
    "20, 31, true, at most 30",
    "35, 35, false, at most 30",
  })
  void oneOfOursMakesRoomForWhatRuns(int running, int max, boolean ours, @Nullable String allowed) {
    Workload workload = Workloads.scaled(Workloads.of("sfu"), running, false);

    assertThat(
            Judged.autoscaler(
                    Autoscalers.sfu().replicas(3, max),
                    BOUND,
                    ControllerDefaults.KUBERNETES,
                    surroundings(new Target.Found(workload), ours))
                .by(REPLICA_BOUNDS))
        .extracting(Violation::allowed)
        .isEqualTo(allowed == null ? List.of() : List.of(allowed));
  }

  @Test
  void oneOfOursWhoseDeploymentNobodyKnowsKeepsTheCeiling() {
    assertThat(
            Judged.autoscaler(
                    Autoscalers.sfu().replicas(3, 35),
                    BOUND,
                    ControllerDefaults.KUBERNETES,
                    surroundings(new Target.Unknown(), true))
                .by(REPLICA_BOUNDS))
        .extracting(Violation::allowed)
        .containsExactly("at most 30");
  }

  private static Surroundings surroundings(Target target, boolean ours) {
    return new Surroundings(
        target,
        true,
        true,
        Optional.empty(),
        List.of(),
        List.of(),
        ours ? Ownership.STEWARD : Ownership.ANYBODY);
  }

  private static List<Violation> judge(int min, int max, ServiceTypePolicy type) {
    return judge(OptionalInt.of(min), OptionalInt.of(max), type);
  }

  private static List<Violation> judge(OptionalInt min, OptionalInt max, ServiceTypePolicy type) {
    return Judged.autoscaler(Autoscalers.sfu().replicas(min, max), type).by(REPLICA_BOUNDS);
  }
}
