package dev.hpasteward.simulation.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose samples are trusted. Times are seconds; the answer comes at 1,000. */
class PodGroupsTest {

  private static final long NOW = 1_000;
  private static final PodResources RESOURCES = PodResources.of("main", Requests.of(500, 500));

  PodGroupsTest() {}

  private static long seconds(long seconds) {
    return TimeUnit.SECONDS.toNanos(seconds);
  }

  private static String group(Pod pod, long sampled, boolean cpu) {
    long time = sampled < 0 ? PodSamples.ABSENT : seconds(sampled);
    PodSamples samples =
        new PodSamples(
            seconds(NOW), new long[] {70}, new long[] {time}, new long[] {seconds(30)}, 0, 0);
    PodGroups groups =
        PodGroups.of(
            List.of(pod),
            samples,
            cpu,
            ControllerFlags.KUBERNETES,
            new RequestReader("cpu", null),
            150);
    assertThat(groups.usage()).isEqualTo(groups.ready() * 70L);
    assertThat(groups.requested()).isEqualTo(groups.ready() * 500L);
    assertThat(groups.requestedByUnready()).isEqualTo(groups.unready() * 500L);
    assertThat(groups.requestedByMissing()).isEqualTo(groups.missing() * 500L);
    assertThat(groups.fallbackOfMissing()).isEqualTo(groups.missing() * 750L);
    if (groups.ready() + groups.unready() + groups.missing() == 0) {
      return "ignored";
    }
    return groups.ready() == 1 ? "ready" : groups.unready() == 1 ? "unready" : "missing";
  }

  @ParameterizedTest(name = "{0}, terminating {1}, sample {2}: {3}")
  @CsvSource({
    "RUNNING, false, 990, ready",
    "SUCCEEDED, false, 990, ready",
    "UNKNOWN, false, 990, ready",
    "PENDING, false, 990, unready",
    "PENDING, false, -1, unready",
    "FAILED, false, 990, ignored",
    "RUNNING, true, 990, ignored",
    "PENDING, true, -1, ignored",
    "RUNNING, false, -1, missing",
    "SUCCEEDED, false, -1, missing"
  })
  void phasesAndDeletionDecideFirst(
      PodPhase phase, boolean terminating, long sampled, String group) {
    Pod pod = new Pod("a", phase, Readiness.ABSENT, 0, Pod.NEVER, terminating, RESOURCES);

    assertThat(group(pod, sampled, false)).isEqualTo(group);
  }

  @ParameterizedTest(name = "{0} since {1}, started {2}, sample of {3}: {4}")
  @CsvSource({
    // Within 300 s of its start.
    "READY, 960, 701, 990, ready",
    "READY, 960, 701, 989, unready",
    "READY, 961, 701, 990, unready",
    "UNKNOWN, 960, 701, 990, ready",
    "NOT_READY, 960, 701, 990, unready",
    // Exactly 300 s after it, and later.
    "READY, 990, 700, 600, ready",
    "NOT_READY, 729, 700, 990, unready",
    "NOT_READY, 730, 700, 990, ready",
    "NOT_READY, 800, 700, 990, ready",
    "UNKNOWN, 701, 700, 990, ready",
    "ABSENT, 0, 700, 990, unready"
  })
  void whileAPodStartsItsCpuIsDoubted(
      Readiness readiness, long since, long started, long sampled, String group) {
    Pod pod =
        new Pod(
            "a", PodPhase.RUNNING, readiness, seconds(since), seconds(started), false, RESOURCES);

    assertThat(group(pod, sampled, true)).isEqualTo(group);
    assertThat(group(pod, sampled, false)).isEqualTo("ready");
  }

  @ParameterizedTest
  @CsvSource({"READY", "NOT_READY", "UNKNOWN"})
  void aPodWithoutAStartIsDoubted(Readiness readiness) {
    Pod pod = new Pod("a", PodPhase.RUNNING, readiness, 0, Pod.NEVER, false, RESOURCES);

    assertThat(group(pod, 990, true)).isEqualTo("unready");
  }
}
