package dev.hpasteward.rules;

import static dev.hpasteward.model.StewardKeys.MAX_REPLICAS;
import static dev.hpasteward.model.StewardKeys.MIN_REPLICAS;
import static dev.hpasteward.policy.RuleId.INVALID_ANNOTATION;
import static dev.hpasteward.policy.RuleId.REPLICA_BOUNDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.model.Excerpt;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.Workload;
import dev.hpasteward.model.Workloads;
import dev.hpasteward.policy.Replicas;
import dev.hpasteward.policy.ServiceTypePolicy;
import dev.hpasteward.policy.StrategyPolicy;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplicaAnnotationRuleTest {
  private static final ServiceTypePolicy FREE = StrategyPolicy.sfu();
  private static final ServiceTypePolicy BOUND =
      StrategyPolicy.withReplicas(FREE, new Replicas(2, 20, OptionalInt.of(2), OptionalInt.of(30)));
  private static final FieldPath MIN = FieldPath.of("metadata.annotations").key(MIN_REPLICAS);
  private static final FieldPath MAX = FieldPath.of("metadata.annotations").key(MAX_REPLICAS);
  private static final Workload SFU = Workloads.of("sfu");

  @Test
  void withoutAnnotationsThereIsNothingToSay() {
    assertThat(Judged.workload(SFU, BOUND).violations()).isEmpty();
    assertThat(
            Judged.workload(
                    SFU,
                    StrategyPolicy.withReplicas(
                        FREE, new Replicas(5, 4, OptionalInt.empty(), OptionalInt.empty())))
                .violations())
        .isEmpty();
  }

  @ParameterizedTest(name = "{0} to {1}")
  @CsvSource({"1, 1", "1, 999999", "999999, 999999", "20, 20"})
  void anyWholeNumbersInOrderPassWhereNothingBindsThem(String min, String max) {
    assertThat(judge(min, max, FREE)).isEmpty();
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(strings = {"", "0", "-1", "+2", "02", "2.0", "two", "1000000", " 2", "2 ", "\u0662"})
  void anythingElseIsInvalid(String text) {
    List<Violation> found =
        Judged.workload(Workloads.annotated(SFU, MIN_REPLICAS, text), FREE).violations();

    assertThat(found)
        .containsExactly(
            Violation.of(
                INVALID_ANNOTATION,
                MIN,
                Excerpt.quoted(text),
                "a whole number from 1 to 999999",
                "write the number of replicas, such as \"2\""));
  }

  @Test
  void bothAnnotationsAreRead() {
    assertThat(judge("a", "b", FREE)).extracting(Violation::path).containsExactly(MIN, MAX);
  }

  @Test
  void aMinimumAboveTheMaximumIsInvalid() {
    assertThat(judge("6", "4", FREE))
        .containsExactly(
            Violation.of(
                    INVALID_ANNOTATION,
                    MIN,
                    "at least 6 and at most 4 replicas",
                    "a minimum that is not above the maximum",
                    "set min-replicas and max-replicas so that they leave room")
                .distance(2));
  }

  @Test
  void theOtherBoundIsThePoliciesWhereOnlyOneIsGiven() {
    assertThat(Judged.workload(Workloads.annotated(SFU, MIN_REPLICAS, "21"), FREE).violations())
        .extracting(v -> v.path() + ": " + v.found())
        .containsExactly(MIN + ": at least 21 and at most 20 replicas");
    assertThat(Judged.workload(Workloads.annotated(SFU, MAX_REPLICAS, "1"), FREE).violations())
        .extracting(v -> v.path() + ": " + v.found())
        .containsExactly(MAX + ": at least 2 and at most 1 replicas");
    assertThat(Judged.workload(Workloads.annotated(SFU, MIN_REPLICAS, "20"), FREE).violations())
        .isEmpty();
    assertThat(Judged.workload(Workloads.annotated(SFU, MAX_REPLICAS, "2"), FREE).violations())
        .isEmpty();
  }

  @Test
  void floorAndCeilingBindAnnotationsToo() {
    assertThat(judge("1", "35", BOUND))
        .containsExactly(
            Violation.of(REPLICA_BOUNDS, MIN, "1", "at least 2", "set it to 2").distance(1),
            Violation.of(REPLICA_BOUNDS, MAX, "35", "at most 30", "set it to 30").distance(5));
    assertThat(judge("2", "30", BOUND)).isEmpty();
  }

  private static List<Violation> judge(String min, String max, ServiceTypePolicy type) {
    Workload workload =
        Workloads.annotated(Workloads.annotated(SFU, MIN_REPLICAS, min), MAX_REPLICAS, max);
    return Judged.workload(workload, type).violations();
  }
}
