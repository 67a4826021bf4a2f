package dev.hpasteward.simulation.controller;

/**
 * Usage of pods against a target (metrics/utilization.go). Samples of pods that are gone count in
 * an average, but not in a utilization; in how many samples there are they count always.
 */
final class PodUsage {

  private static final long PER_CENT = 100;

  private final MetricTarget target;
  private final boolean ofRequests;
  private long total;
  private long requested;
  private int counted;
  private int samples;

  PodUsage(MetricTarget target, PodGroups groups, PodSamples answer) {
    this.target = target;
    this.ofRequests = target.kind() == MetricTarget.Kind.UTILIZATION;
    this.samples = groups.ready() + answer.gone();
    this.requested = groups.requested();
    this.counted = ofRequests ? groups.ready() : samples;
    this.total = ofRequests ? groups.usage() : groups.usage() + answer.goneTotal();
  }

  /** Further pods, that use so much of what they request. */
  void add(int pods, long usage, long request) {
    total += usage;
    requested += request;
    counted += pods;
    samples += pods;
  }

  /** Whether there is nothing to compare with. */
  boolean isUnrequested() {
    return ofRequests && requested == 0;
  }

  /** Whole per cent of what is requested. */
  int utilization() {
    return ofRequests ? (int) (total * PER_CENT / requested) : 0;
  }

  /** For each pod, in thousandths. */
  long average() {
    return total / counted;
  }

  /** Of usage to target. */
  double ratio() {
    return (double) (ofRequests ? utilization() : average()) / target.amount();
  }

  int samples() {
    return samples;
  }
}
