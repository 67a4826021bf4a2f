package dev.hpasteward.simulation.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Pods of any kind, in any number. */
class PodAveragesTest {

  private static final long TARGET = 100;
  private static final PodResources RESOURCES = PodResources.of("main", Requests.of(400, 400));
  private static final PodPhase[] PHASES = PodPhase.values();
  private static final Tolerances TOLERANCES = new Tolerances(0.1, 0.1);

  PodAveragesTest() {}

  /** Each number is a pod: its phase, whether it terminates or lacks a sample, and its usage. */
  private static Calculation calculate(List<Integer> kinds, int current, boolean utilization) {
    List<Pod> pods = new ArrayList<>();
    long[] values = new long[kinds.size()];
    long[] times = new long[kinds.size()];
    for (int index = 0; index < kinds.size(); index++) {
      int kind = kinds.get(index);
      PodPhase phase = PHASES[kind % PHASES.length];
      pods.add(new Pod("p" + kind, phase, Readiness.READY, 1, 0, kind % 7 == 6, RESOURCES));
      values[index] = kind;
      times[index] = kind % 11 == 10 ? PodSamples.ABSENT : 5_000;
    }
    MetricSpec metric =
        new MetricSpec(
            MetricSource.resource("memory"),
            utilization ? MetricTarget.utilization(25) : MetricTarget.averageValue(TARGET));
    return new PodAverages(ControllerFlags.KUBERNETES, TOLERANCES)
        .calculate(
            metric,
            new PodSamples(9_000, values, times, new long[kinds.size()], 0, 0),
            PodList.of(pods),
            current);
  }

  @Property
  void theOrderOfPodsIsOfNoAccount(
      @ForAll @Size(max = 20) List<@IntRange(max = 400) Integer> kinds,
      @ForAll @IntRange(min = 1, max = 30) int current,
      @ForAll boolean utilization) {
    List<Integer> reversed = new ArrayList<>(kinds);
    Collections.reverse(reversed);

    assertThat(calculate(reversed, current, utilization))
        .isEqualTo(calculate(kinds, current, utilization));
  }

  @Property
  void podsThatNothingIsKnownOfNeverTurnTheDirection(
      @ForAll @Size(max = 20) List<@IntRange(max = 400) Integer> kinds,
      @ForAll boolean utilization) {
    int current = kinds.size();
    Calculation calculation = calculate(kinds, current, utilization);

    if (calculation.error() == null) {
      if (calculation.usage() <= TARGET) {
        assertThat(calculation.replicas()).isLessThanOrEqualTo(current);
      } else if (kinds.stream().noneMatch(PodAveragesTest::isIgnored)) {
        assertThat(calculation.replicas()).isGreaterThanOrEqualTo(current);
      }
    }
  }

  private static boolean isIgnored(int kind) {
    return kind % 7 == 6 || PHASES[kind % PHASES.length] == PodPhase.FAILED;
  }
}
