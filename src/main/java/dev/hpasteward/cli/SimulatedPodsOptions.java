package dev.hpasteward.cli;

import dev.hpasteward.simulation.run.RunPlan;
import dev.hpasteward.simulation.workload.Measuring;
import dev.hpasteward.simulation.workload.PodStart;
import dev.hpasteward.simulation.workload.ResourceUsage;
import dev.hpasteward.simulation.workload.WorkloadModel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What of the pods is known better than the model of their service type knows it. */
final class SimulatedPodsOptions {

  private static final Duration LONGEST = Duration.ofDays(1);
  private static final Duration OLDEST_SAMPLE = Duration.ofMinutes(10);
  private static final int MOST_SESSIONS = 100_000;

  @Option(
      names = "--pod-start",
      paramLabel = "TIME",
      description = "From the moment that a pod has a node until it is ready.")
  @Nullable String podStart;

  @Option(
      names = "--node-delay",
      paramLabel = "TIME",
      description = "From the moment that no node has room until there is a new one.")
  @Nullable String nodeDelay;

  @Option(names = "--pods-per-node", paramLabel = "N", description = "How many pods a node holds.")
  @Nullable Integer podsPerNode;

  @Option(
      names = "--metric-lag",
      paramLabel = "TIME",
      description = "How old a sample is when the controller sees it, in steps of 5s.")
  @Nullable String metricLag;

  @Option(
      names = "--missing-samples",
      paramLabel = "SHARE",
      description = "Share of samples that are lost, 0 to 1, or such as 5%%.")
  @Nullable String missingSamples;

  @Option(
      names = "--session-length",
      paramLabel = "TIME",
      description = "Mean length of a session.")
  @Nullable String sessionLength;

  @Option(
      names = "--sessions-per-pod",
      paramLabel = "N",
      description = "How many sessions a pod takes.")
  @Nullable Integer sessionsPerPod;

  @Option(
      names = "--cpu-usage",
      paramLabel = "IDLE,SESSION",
      description =
          "CPU of a pod without sessions, and of each session, in per cent of the request; such as 5,6.5.")
  @Nullable String cpuUsage;

  @Option(
      names = "--memory-usage",
      paramLabel = "IDLE,SESSION",
      description = "The same of memory; such as 25,4.")
  @Nullable String memoryUsage;

  @Option(
      names = "--grace-period",
      paramLabel = "TIME",
      description = "How long a pod may go on after it was told to end.")
  @Nullable String gracePeriod;

  SimulatedPodsOptions() {}

  /** The model with what was said here in its place. */
  WorkloadModel over(WorkloadModel model) {
    try {
      WorkloadModel changed = model.starting(start(model.start())).measured(measured(model));
      if (sessionLength != null) {
        changed = changed.lasting(meanSession(sessionLength));
      }
      if (sessionsPerPod != null) {
        changed = changed.holding(count("--sessions-per-pod", sessionsPerPod, MOST_SESSIONS));
      }
      changed =
          changed.using(
              used("--cpu-usage", cpuUsage, changed.cpu()),
              used("--memory-usage", memoryUsage, changed.memory()));
      return gracePeriod == null ? changed : changed.ending(time("--grace-period", gracePeriod));
    } catch (IllegalArgumentException e) {
      throw new UnusableInput("pods can't be so: " + e.getMessage());
    }
  }

  private static ResourceUsage used(String option, @Nullable String text, ResourceUsage usual) {
    if (text == null) {
      return usual;
    }
    double[] both = WrittenNumber.percentages(option, text);
    return new ResourceUsage(both[0], both[1], usual.request());
  }

  private PodStart start(PodStart usual) {
    return new PodStart(
        podStart == null ? usual.pod() : time("--pod-start", podStart),
        nodeDelay == null ? usual.node() : time("--node-delay", nodeDelay),
        podsPerNode == null
            ? usual.podsPerNode()
            : count("--pods-per-node", podsPerNode, Integer.MAX_VALUE));
  }

  private Measuring measured(WorkloadModel model) {
    Measuring usual = model.measuring();
    return new Measuring(
        metricLag == null ? usual.lag() : lag(metricLag),
        missingSamples == null
            ? usual.missing()
            : WrittenNumber.share("--missing-samples", missingSamples),
        usual.noise());
  }

  private static int count(String option, int number, int most) {
    if (number < 1) {
      String range = most == Integer.MAX_VALUE ? "1 or more" : "1 to " + most;
      throw new UnusableInput("%s: %d is less than 1; write %s".formatted(option, number, range));
    }
    if (number > most) {
      throw new UnusableInput(
          "%s: %d is more than %d; write 1 to %d".formatted(option, number, most, most));
    }
    return number;
  }

  private static Duration lag(String text) {
    Duration lag = WrittenDuration.of("--metric-lag", text);
    if (lag.compareTo(OLDEST_SAMPLE) > 0) {
      throw new UnusableInput(
          "--metric-lag: %s is more than 10 minutes; write 0s to 10m".formatted(text));
    }
    Duration whole = RunPlan.STEP.multipliedBy(lag.dividedBy(RunPlan.STEP));
    if (!whole.equals(lag)) {
      throw new UnusableInput(
          "--metric-lag: a run goes on in steps of %1$d s, and %2$s is none of them; write %3$ds or %4$ds"
              .formatted(
                  RunPlan.STEP.toSeconds(),
                  text,
                  whole.toSeconds(),
                  whole.plus(RunPlan.STEP).toSeconds()));
    }
    return lag;
  }

  private static Duration meanSession(String text) {
    Duration mean = time("--session-length", text);
    if (mean.isZero()) {
      throw new UnusableInput(
          "--session-length: %s is less than a second; write 1s to 1d".formatted(text));
    }
    return mean;
  }

  private static Duration time(String option, String text) {
    Duration time = WrittenDuration.of(option, text);
    if (time.compareTo(LONGEST) > 0) {
      throw new UnusableInput("%s: %s is more than a day; write less".formatted(option, text));
    }
    return time;
  }
}
