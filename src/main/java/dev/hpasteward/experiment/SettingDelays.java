package dev.hpasteward.experiment;

import dev.hpasteward.simulation.workload.PodStart;
import java.time.Duration;
import java.util.stream.Stream;

/** Half and twice the time that pods and nodes take to start. */
final class SettingDelays {

  private SettingDelays() {}

  /** The workload's own first. */
  static Stream<Candidate> around(Candidate candidate) {
    PodStart start = candidate.workload().start();
    Stream<PodStart> pods =
        Stream.of(start.pod(), start.pod().dividedBy(2), start.pod().multipliedBy(2))
            .map(pod -> new PodStart(pod, start.node(), start.podsPerNode()));
    return pods.flatMap(
            pod ->
                Stream.of(start.node(), start.node().dividedBy(2), start.node().multipliedBy(2))
                    .map(node -> started(candidate, pod, node)))
        .distinct();
  }

  private static Candidate started(Candidate candidate, PodStart pod, Duration node) {
    return new Candidate(
        candidate.name(),
        candidate.autoscaler(),
        candidate.flags(),
        candidate.workload().starting(new PodStart(pod.pod(), node, pod.podsPerNode())));
  }
}
