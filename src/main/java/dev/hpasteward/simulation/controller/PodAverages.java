package dev.hpasteward.simulation.controller;

/**
 * How many pods a target for each pod asks for (replica_calculator.go, GetResourceReplicas and
 * calcPlainMetricReplicas, which differ in how usage is compared only).
 */
final class PodAverages {

  private static final String CPU = "cpu";
  private static final long ALL_OF_IT = 100;

  private final ControllerFlags flags;
  private final Tolerances tolerances;

  PodAverages(ControllerFlags flags, Tolerances tolerances) {
    this.flags = flags;
    this.tolerances = tolerances;
  }

  Calculation calculate(MetricSpec metric, PodSamples samples, PodList list, int current) {
    String unlisted = list.mistake();
    if (unlisted != null) {
      return Calculation.failed(unlisted);
    }
    MetricTarget target = metric.target();
    PodGroups groups = groups(metric, samples, list);
    if (groups.ready() + samples.gone() == 0) {
      return Calculation.failed(
          "did not receive metrics for targeted pods (pods might be unready)");
    }
    if (groups.mistake() != null) {
      return Calculation.failed(groups.mistake());
    }
    PodUsage usage = new PodUsage(target, groups, samples);
    if (usage.isUnrequested()) {
      return Calculation.failed("no metrics returned matched known pods");
    }
    double ratio = usage.ratio();
    long average = usage.average();
    int utilization = usage.utilization();
    boolean unreadyMatter = groups.unready() > 0 && ratio > 1;
    int replicas;
    if (unreadyMatter || groups.missing() > 0) {
      fill(usage, groups, target, ratio, unreadyMatter);
      if (usage.isUnrequested()) {
        return Calculation.failed("no metrics returned matched known pods");
      }
      replicas = carefully(ratio, usage, current);
    } else {
      replicas = tolerances.allow(ratio) ? current : Converted.upToInt(ratio * groups.ready());
    }
    return new Calculation(replicas, average, utilization, null);
  }

  private PodGroups groups(MetricSpec metric, PodSamples samples, PodList list) {
    if (samples.size() != list.pods().size()) {
      throw new IllegalArgumentException(
          "%d samples for %d pods".formatted(samples.size(), list.pods().size()));
    }
    MetricSource source = metric.source();
    return PodGroups.of(
        list.pods(),
        samples,
        source.type() != MetricType.PODS && source.name().equals(CPU),
        flags,
        metric.isUtilization() ? new RequestReader(source.name(), source.container()) : null,
        Math.max(ALL_OF_IT, metric.target().amount()));
  }

  /** Pods that nothing is known of are taken to be such that less is changed. */
  private static void fill(
      PodUsage usage, PodGroups groups, MetricTarget target, double ratio, boolean unreadyMatter) {
    if (ratio < 1) {
      boolean ofRequests = target.kind() == MetricTarget.Kind.UTILIZATION;
      usage.add(
          groups.missing(),
          ofRequests ? groups.fallbackOfMissing() : groups.missing() * target.amount(),
          groups.requestedByMissing());
    } else if (ratio > 1) {
      usage.add(groups.missing(), 0, groups.requestedByMissing());
    }
    if (unreadyMatter) {
      usage.add(groups.unready(), 0, groups.requestedByUnready());
    }
  }

  /** Never in the other direction than what is known says. */
  private int carefully(double known, PodUsage filled, int current) {
    double ratio = filled.ratio();
    if (tolerances.allow(ratio) || (known < 1 && ratio > 1) || (known > 1 && ratio < 1)) {
      return current;
    }
    int replicas = Converted.upToInt(ratio * filled.samples());
    boolean turned = (ratio < 1 && replicas > current) || (ratio > 1 && replicas < current);
    return turned ? current : replicas;
  }
}
