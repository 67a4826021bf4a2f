package dev.hpasteward.experiment;

import dev.hpasteward.simulation.run.RunPlan;
import dev.hpasteward.simulation.workload.Measuring;
import dev.hpasteward.simulation.workload.PodStart;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Half and twice the time that pods and nodes take to start; and, with their own, half and twice
 * the samples' lag.
 */
final class SettingDelays {

  private SettingDelays() {}

  /** The workload's own first. */
  static Stream<Candidate> around(Candidate candidate) {
    PodStart start = candidate.workload().start();
    Stream<PodStart> pods =
        Stream.of(start.pod(), start.pod().dividedBy(2), start.pod().multipliedBy(2))
            .map(pod -> new PodStart(pod, start.node(), start.podsPerNode()));
    Stream<Candidate> started =
        pods.flatMap(
            pod ->
                Stream.of(start.node(), start.node().dividedBy(2), start.node().multipliedBy(2))
                    .map(node -> started(candidate, pod, node)));
    Duration lag = candidate.workload().measuring().lag();
    return Stream.concat(
            started, Stream.of(shorter(lag), longer(lag)).map(other -> measured(candidate, other)))
        .distinct();
  }

  /** Half of it, in whole steps of a run. */
  private static Duration shorter(Duration lag) {
    return RunPlan.STEP.multipliedBy(lag.dividedBy(2).dividedBy(RunPlan.STEP));
  }

  private static Duration longer(Duration lag) {
    Duration twice = lag.multipliedBy(2);
    return twice.compareTo(Measuring.LONGEST_LAG) > 0 ? Measuring.LONGEST_LAG : twice;
  }

  private static Candidate measured(Candidate candidate, Duration lag) {
    Measuring own = candidate.workload().measuring();
    return new Candidate(
        candidate.name(),
        candidate.autoscaler(),
        candidate.flags(),
        candidate.workload().measured(new Measuring(lag, own.missing(), own.noise())));
  }

  private static Candidate started(Candidate candidate, PodStart pod, Duration node) {
    return new Candidate(
        candidate.name(),
        candidate.autoscaler(),
        candidate.flags(),
        candidate.workload().starting(new PodStart(pod.pod(), node, pod.podsPerNode())));
  }
}
