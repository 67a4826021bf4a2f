package dev.hpasteward.simulation;

import static dev.hpasteward.simulation.promise.Outcome.CAN_NOT_BE_KEPT;
import static dev.hpasteward.simulation.promise.Outcome.KEPT;
import static dev.hpasteward.simulation.promise.Outcome.NOT_TESTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.policy.Encoding;
import dev.hpasteward.simulation.load.LoadKind;
import dev.hpasteward.simulation.promise.Outcome;
import dev.hpasteward.simulation.promise.Promise;
import dev.hpasteward.simulation.promise.PromiseVerdict;
import dev.hpasteward.simulation.run.RunPlan;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The embedded policy keeps every promise that can be kept, for each of its service types under
 * each shape of load; which ones can't be kept is written down here, and no other may join them.
 */
class DefaultPromisesTest {

  private static final List<String> TYPES = List.of("livekit-egress", "sip", "sfu", "agent");
  private static final long SEEDS = 3;
  private static final long SEEDS_OF_A_DAY = 10;

  /** Within one sync of samples, more people come than pods can start for. */
  private static final Set<LoadKind> SUDDEN = Set.of(LoadKind.STEP, LoadKind.SPIKE, LoadKind.NOISE);

  static Stream<Arguments> plans() {
    return TYPES.stream()
        .flatMap(
            type ->
                Stream.of(Encoding.values())
                    .flatMap(
                        encoding ->
                            Stream.of(LoadKind.values())
                                .map(kind -> Arguments.of(type, encoding, kind))));
  }

  @ParameterizedTest
  @MethodSource("plans")
  void everyPromiseThatCanBeKeptIsKept(String type, Encoding encoding, LoadKind kind) {
    for (long seed = 1; seed <= SEEDS; seed++) {
      RunPlan plan = Plans.of(type, encoding, kind, seed);

      for (PromiseVerdict verdict : Simulation.run(plan).promises()) {
        assertThat(allowed(verdict.promise(), type, encoding, kind))
            .as("%s of seed %d: %s", verdict.promise().id(), seed, verdict)
            .contains(verdict.outcome());
      }
    }
  }

  private static Set<Outcome> allowed(
      Promise promise, String type, Encoding encoding, LoadKind kind) {
    boolean gauge = type.equals("livekit-egress") && encoding == Encoding.DOCUMENTED;
    boolean headroom = type.equals("livekit-egress") && encoding == Encoding.HEADROOM;
    return switch (promise) {
      case SCALE_UP_TRIGGERED -> Set.of(gauge ? CAN_NOT_BE_KEPT : KEPT);
      case CAPACITY_IN_TIME -> SUDDEN.contains(kind) ? Set.of(KEPT, CAN_NOT_BE_KEPT) : Set.of(KEPT);
      case SCALE_DOWN_ONLY_WHEN_ALL_MET -> Set.of(KEPT, NOT_TESTED);
      case SCALE_DOWN_HAPPENS ->
          gauge
              ? Set.of(CAN_NOT_BE_KEPT)
              : headroom ? Set.of(KEPT, NOT_TESTED, CAN_NOT_BE_KEPT) : Set.of(KEPT, NOT_TESTED);
      case NO_FLAPPING, BOUNDS_KEPT -> Set.of(KEPT);
      case NO_SESSION_CUT -> Set.of(KEPT, NOT_TESTED);
    };
  }

  /** A day of noise has hours in which the load's turns come just before the hour. */
  @ParameterizedTest
  @ValueSource(strings = {"livekit-egress", "sip", "sfu", "agent"})
  void noPromiseIsBrokenInADayOfNoise(String type) {
    for (long seed = 1; seed <= SEEDS_OF_A_DAY; seed++) {
      for (Encoding encoding : Encoding.values()) {
        RunSummary summary = Simulation.run(Plans.dayOf(type, encoding, LoadKind.NOISE, seed));

        assertThat(summary.promises())
            .as("%s, seed %d", encoding, seed)
            .noneMatch(PromiseVerdict::isBroken);
      }
    }
  }

  static Stream<Arguments> tested() {
    return Map.of(
            "livekit-egress", LoadKind.DIURNAL,
            "sip", LoadKind.RAMP,
            "sfu", LoadKind.RAMP)
        .entrySet()
        .stream()
        .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
  }

  /** Else a test that never tests anything would pass as well. */
  @ParameterizedTest
  @MethodSource("tested")
  void theseRunsPutEveryPromiseToTheTest(String type, LoadKind kind) {
    RunSummary summary = Simulation.run(Plans.of(type, Encoding.HEADROOM, kind, 1));

    assertThat(summary.promises()).allMatch(verdict -> verdict.outcome() == KEPT);
    assertThat(summary.isBroken()).isFalse();
    assertThat(summary.count(KEPT)).isEqualTo(Promise.values().length);
  }
}
