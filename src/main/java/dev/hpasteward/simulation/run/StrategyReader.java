package dev.hpasteward.simulation.run;

import dev.hpasteward.simulation.controller.ControllerFlags;
import dev.hpasteward.simulation.controller.Pod;
import dev.hpasteward.simulation.controller.PodPhase;
import dev.hpasteward.simulation.controller.PodSamples;
import dev.hpasteward.simulation.controller.Readiness;
import java.util.List;

/**
 * Reads the strategy's metrics from the samples as the controller would, whether or not the HPA
 * looks at them (kubernetes, replica_calculator.go, groupPods).
 */
final class StrategyReader {

  private static final long PER_CENT = 100;

  private final List<DocumentedMetric> metrics;
  private final ControllerFlags flags;
  private final long cpuRequest;
  private final long memoryRequest;

  StrategyReader(RunPlan plan, List<DocumentedMetric> metrics) {
    this.metrics = metrics;
    this.flags = plan.flags();
    this.cpuRequest = plan.workload().cpu().request();
    this.memoryRequest = plan.workload().memory().request();
  }

  Readings read(Samples samples, FreePods free) {
    double[] seen = new double[metrics.size()];
    double[] cautious = new double[metrics.size()];
    for (int index = 0; index < seen.length; index++) {
      DocumentedMetric metric = metrics.get(index);
      switch (metric.unit()) {
        case PERCENT -> readPercent(metric.name(), samples, index, seen, cautious);
        case FREE_PODS -> {
          boolean known = metric.served() && free.measured() > 0;
          seen[index] = known ? free.free() : Double.NaN;
          cautious[index] = known ? free.freeSoon() : Double.NaN;
        }
      }
    }
    return new Readings(seen, cautious);
  }

  private void readPercent(
      String resource, Samples samples, int index, double[] seen, double[] cautious) {
    boolean ofCpu = resource.equals("cpu");
    long[] values = ofCpu ? samples.cpu : samples.memory;
    long request = ofCpu ? cpuRequest : memoryRequest;
    long usage = 0;
    int trusted = 0;
    int all = 0;
    for (int pod = 0; pod < values.length; pod++) {
      Pod one = samples.pods.get(pod);
      if (!one.terminating()) {
        all++;
        if (isTrusted(one, samples.times[pod], samples.at, ofCpu)) {
          trusted++;
          usage += values[pod];
        }
      }
    }
    seen[index] = percent(usage, trusted, trusted * request);
    cautious[index] = percent(usage, trusted, all * request);
  }

  /** Whole per cent, as the controller counts. */
  private static double percent(long usage, int pods, long requested) {
    if (pods == 0) {
      return Double.NaN;
    }
    // In two parts, since a hundred times the memory of a large fleet is more than a long holds.
    return usage / requested * PER_CENT + usage % requested * PER_CENT / requested;
  }

  private boolean isTrusted(Pod pod, long takenAt, long now, boolean ofCpu) {
    if (takenAt == PodSamples.ABSENT || pod.phase() == PodPhase.PENDING) {
      return false;
    }
    boolean starting = pod.startedAt() + flags.cpuInitializationPeriod() > now;
    boolean tooOld = starting && takenAt < pod.readySince() + MetricServer.WINDOW;
    return !ofCpu || (pod.readiness() == Readiness.READY && !tooOld);
  }
}
