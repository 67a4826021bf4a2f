package dev.hpasteward.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.Workload;
import dev.hpasteward.model.Workloads;
import dev.hpasteward.policy.Replicas;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Between how many replicas a generated HPA moves; the policy says 2 to 20. */
class ReplicaRangeTest {

  private static final Replicas FREE =
      new Replicas(2, 20, OptionalInt.empty(), OptionalInt.empty());
  private static final Replicas BOUND = new Replicas(3, 20, OptionalInt.of(2), OptionalInt.of(30));

  @ParameterizedTest(name = "running {0}, annotated {1} to {2}")
  @CsvSource({
    // running, min-replicas, max-replicas, min, max, wanted
    " ,  ,      , 2, 20, 20",
    "0,  ,      , 2, 20, 20",
    "20, ,      , 2, 20, 20",
    "21, ,      , 2, 21, 20",
    " , 5,      , 5, 20, 20",
    " ,  ,    50, 2, 50, 50",
    " , 5,    50, 5, 50, 50",
    "60, 5,   50, 5, 60, 50",
    "30, ,     5, 2, 30, 5",
    " , 1,     1, 1, 1, 1",
    // What is no number, and what leaves no room, counts for nothing.
    " , x,    50, 2, 50, 50",
    " , 0,    50, 2, 50, 50",
    " , 21,     , 2, 20, 20",
    " ,  ,     1, 2, 20, 20",
    " , 9,     8, 2, 20, 20",
  })
  void whereThePolicyBindsNobody(
      @Nullable Integer running,
      @Nullable String minAnnotation,
      @Nullable String maxAnnotation,
      int min,
      int max,
      int wanted) {
    assertThat(ReplicaRange.of(workload(running, minAnnotation, maxAnnotation), FREE, false))
        .isEqualTo(new ReplicaRange(min, max, wanted));
  }

  @ParameterizedTest(name = "running {0}, annotated {1} to {2}, exempt: {3}")
  @CsvSource({
    "  ,   ,    , false, 3, 20, 20",
    "  , 1 , 50 , false, 2, 30, 30",
    "  , 1 , 50 , true , 1, 50, 50",
    "40, 1 , 50 , false, 2, 40, 30",
    "40,   ,    , false, 3, 40, 20",
    "  , 31, 50 , false, 3, 20, 20",
    "  , 31, 50 , true , 31, 50, 50",
    "  , 1 , 1  , false, 3, 20, 20",
  })
  void floorAndCeilingBindAnnotations(
      @Nullable Integer running,
      @Nullable String minAnnotation,
      @Nullable String maxAnnotation,
      boolean exempt,
      int min,
      int max,
      int wanted) {
    assertThat(ReplicaRange.of(workload(running, minAnnotation, maxAnnotation), BOUND, exempt))
        .isEqualTo(new ReplicaRange(min, max, wanted));
  }

  @Property(tries = 300)
  void theRangeIsInOrderAndCutsNoPod(
      @ForAll @IntRange(max = 60) int running,
      @ForAll @IntRange(max = 60) int min,
      @ForAll @IntRange(max = 60) int max,
      @ForAll boolean exempt) {
    ReplicaRange range =
        ReplicaRange.of(workload(running, String.valueOf(min), String.valueOf(max)), BOUND, exempt);

    assertThat(range.min()).isBetween(1, range.max());
    assertThat(range.max()).isGreaterThanOrEqualTo(running);
    assertThat(range.raised()).isEqualTo(running > range.wanted());
    if (!exempt) {
      assertThat(range.min()).isGreaterThanOrEqualTo(2);
      assertThat(range.wanted()).isLessThanOrEqualTo(30);
    }
  }

  private static Workload workload(
      @Nullable Integer running, @Nullable String min, @Nullable String max) {
    Workload workload = Workloads.of("sfu");
    if (min != null) {
      workload = Workloads.annotated(workload, StewardKeys.MIN_REPLICAS, min);
    }
    if (max != null) {
      workload = Workloads.annotated(workload, StewardKeys.MAX_REPLICAS, max);
    }
    return running == null ? workload : Workloads.scaled(workload, running, false);
  }
}
