package dev.hpasteward.simulation.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.simulation.controller.Pod;
import dev.hpasteward.simulation.controller.PodPhase;
import dev.hpasteward.simulation.controller.PodResources;
import dev.hpasteward.simulation.controller.Readiness;
import dev.hpasteward.simulation.controller.Requests;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Pods and their sessions, in steps of five seconds. */
class FleetTest {

  private static final long STEP = TimeUnit.SECONDS.toNanos(5);
  private static final Duration NEARLY_EVER = Duration.ofDays(100_000);

  private static final WorkloadModel MODEL =
      new WorkloadModel(
          "test",
          4,
          NEARLY_EVER,
          new ResourceUsage(0, 25, 1000),
          new ResourceUsage(0, 25, 1000),
          new PodStart(Duration.ofSeconds(20), Duration.ofSeconds(60), 2),
          Duration.ofSeconds(30),
          Measuring.USUAL);

  @Test
  void aSettledFleetServesItsLoadEvenly() {
    Fleet fleet = settled(MODEL, 3, 7);

    assertThat(sessions(fleet, 3)).containsExactly(3, 2, 2);
    assertThat(fleet.state().ready()).isEqualTo(3);
    assertThat(fleet.pods()).allMatch(pod -> pod.readiness() == Readiness.READY);
  }

  @Test
  void whoFindsNoRoomWaitsAndIsCountedOnce() {
    Fleet fleet = settled(MODEL, 2, 0);

    fleet.advance(11);
    fleet.advance(11);
    FleetState full = fleet.state();
    fleet.advance(12);

    assertThat(full.sessions()).isEqualTo(8);
    assertThat(full.waiting()).isEqualTo(3);
    assertThat(full.turnedAway()).isEqualTo(3);
    assertThat(full.waitingMillis()).isEqualTo(5000);
    assertThat(full.withRoom()).isZero();
    assertThat(fleet.state().turnedAway()).isEqualTo(4);
  }

  @Test
  void whenTheLoadFallsRunningSessionsGoOn() {
    Fleet fleet = settled(MODEL, 2, 6);

    fleet.advance(1);

    assertThat(fleet.state().wanted()).isEqualTo(1);
    assertThat(fleet.state().sessions()).isEqualTo(6);
  }

  @Test
  void aPodOnANodeWithRoomIsReadyAfterItsStart() {
    Fleet fleet = settled(MODEL, 1, 0);
    fleet.advance(0);

    fleet.scaleTo(2);

    assertThat(newest(fleet)).matches(pod -> is(pod, PodPhase.PENDING, Readiness.NOT_READY));
    assertThat(newest(fleet).startedAt()).isEqualTo(STEP);
    advance(fleet, 2);
    assertThat(newest(fleet)).matches(pod -> is(pod, PodPhase.RUNNING, Readiness.NOT_READY));
    assertThat(fleet.state().starting()).isEqualTo(1);
    advance(fleet, 2);
    assertThat(newest(fleet)).matches(pod -> is(pod, PodPhase.RUNNING, Readiness.READY));
    assertThat(newest(fleet).readySince()).isEqualTo(5 * STEP);
    assertThat(fleet.state().ready()).isEqualTo(2);
  }

  @Test
  void aPodWithoutANodeWaitsForOneAsWell() {
    Fleet fleet = settled(MODEL, 2, 0);

    fleet.scaleTo(4);

    assertThat(newest(fleet)).matches(pod -> is(pod, PodPhase.PENDING, Readiness.ABSENT));
    assertThat(newest(fleet).startedAt()).isEqualTo(Pod.NEVER);
    assertThat(fleet.state().withoutNode()).isEqualTo(2);
    advance(fleet, 11);
    assertThat(fleet.state().withoutNode()).isEqualTo(2);
    advance(fleet, 1);
    assertThat(fleet.state().withoutNode()).isZero();
    assertThat(newest(fleet).startedAt()).isEqualTo(12 * STEP);
    advance(fleet, 4);
    assertThat(fleet.state().ready()).isEqualTo(4);
  }

  @Test
  void theYoungestPodGoesAndThoseThatStartGoFirst() {
    Fleet fleet = settled(MODEL, 2, 0);
    fleet.scaleTo(3);

    fleet.scaleTo(1);
    List<Pod> terminating = fleet.pods().stream().filter(Pod::terminating).toList();

    assertThat(terminating).extracting(Pod::name).containsExactly("worker-1", "worker-2");
    advance(fleet, 1);
    assertThat(fleet.pods()).extracting(Pod::name).containsExactly("worker-0");
  }

  @Test
  void aPodThatEndsTakesNoSessionsAndCutsThemAfterItsGracePeriod() {
    Fleet fleet = settled(MODEL, 2, 4);
    fleet.scaleTo(1);

    fleet.advance(8);
    FleetState ending = fleet.state();
    advance(fleet, 4, 8);
    FleetState before = fleet.state();
    fleet.advance(8);
    FleetState after = fleet.state();

    assertThat(ending.sessions()).isEqualTo(6);
    assertThat(ending.waiting()).isEqualTo(2);
    assertThat(ending.terminating()).isEqualTo(1);
    assertThat(before.cut()).isZero();
    assertThat(after.cut()).isEqualTo(2);
    assertThat(after.terminating()).isZero();
    assertThat(after.sessions()).isEqualTo(4);
  }

  @Test
  void aPodThatEndsIsGoneOnceItsSessionsAre() {
    Fleet fleet = settled(MODEL.lasting(Duration.ofSeconds(1)), 2, 4);
    fleet.scaleTo(1);

    advance(fleet, 3);

    assertThat(fleet.state().cut()).isZero();
    assertThat(fleet.state().terminating()).isZero();
  }

  @Test
  void aSampleCoversAWholeWindow() {
    Fleet fleet = settled(MODEL, 1, 3);
    fleet.scaleTo(2);

    advance(fleet, 4, 3);
    fleet.sample(0, TimeUnit.SECONDS.toNanos(15));
    int early = fleet.sampled(1, 0);
    advance(fleet, 1, 3);
    fleet.sample(0, TimeUnit.SECONDS.toNanos(15));

    assertThat(early).isNegative();
    assertThat(fleet.sampled(1, 0)).isZero();
    assertThat(fleet.sampled(0, 0)).isEqualTo(3);
  }

  @Property(tries = 200)
  void noSessionIsLostOrMadeUp(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 600) int meanSeconds,
      @ForAll List<@IntRange(min = 0, max = 40) Integer> loads) {
    SplittableRandom choice = new SplittableRandom(seed);
    WorkloadModel model = MODEL.lasting(Duration.ofSeconds(meanSeconds));
    Fleet fleet = fleet(model, seed);
    fleet.settle(3, 5);

    for (int load : loads) {
      fleet.advance(load);
      fleet.scaleTo(1 + choice.nextInt(8));
      FleetState state = fleet.state();
      assertThat(state.started()).isEqualTo(state.ended() + state.cut() + state.sessions());
      assertThat(state.waiting()).isEqualTo(Math.max(0, load - state.sessions()));
      assertThat(state.ready() + state.starting() + state.terminating())
          .isEqualTo(fleet.pods().size());
    }
  }

  private static Fleet settled(WorkloadModel model, int replicas, double load) {
    Fleet fleet = fleet(model, 1);
    fleet.settle(replicas, load);
    return fleet;
  }

  private static Fleet fleet(WorkloadModel model, long seed) {
    PodResources resources = PodResources.of("main", Requests.of(1000, 1000));
    return new Fleet(model, resources, STEP, 1, new SplittableRandom(seed));
  }

  private static List<Integer> sessions(Fleet fleet, int pods) {
    fleet.sample(0, 0);
    return IntStream.range(0, pods).mapToObj(pod -> fleet.sampled(pod, 0)).toList();
  }

  private static void advance(Fleet fleet, int steps) {
    advance(fleet, steps, 0);
  }

  private static void advance(Fleet fleet, int steps, double load) {
    for (int step = 0; step < steps; step++) {
      fleet.advance(load);
    }
  }

  private static Pod newest(Fleet fleet) {
    return fleet.pods().get(fleet.pods().size() - 1);
  }

  private static boolean is(Pod pod, PodPhase phase, Readiness readiness) {
    return pod.phase() == phase && pod.readiness() == readiness;
  }
}
