package dev.hpasteward.simulation.controller;

/** How many pods one metric asks for (replica_calculator.go). */
public final class ReplicaCalculator {

  private final String namespace;
  private final PodAverages averages;
  private final WholeValues wholes;

  /**
   * A calculator.
   *
   * @param flags how the controller was started
   * @param tolerances those in force
   * @param namespace of the HPA; errors name it
   */
  public ReplicaCalculator(ControllerFlags flags, Tolerances tolerances, String namespace) {
    this.namespace = namespace;
    this.averages = new PodAverages(flags, tolerances);
    this.wholes = new WholeValues(tolerances);
  }

  /**
   * What this metric asks for.
   *
   * @param metric the metric; its target is not {@code NONE}
   * @param reply what its API answered
   * @param pods the target's pods
   * @param specReplicas how many are wanted
   * @param statusReplicas how many there are; only averages of Object and External metrics ask
   */
  public Calculation calculate(
      MetricSpec metric, MetricReply reply, PodList pods, int specReplicas, int statusReplicas) {
    String malformed = metric.source().selectorMistake();
    if (malformed != null) {
      return Calculation.failed(malformed);
    }
    if (reply instanceof MetricReply.Failed failed) {
      return Calculation.failed(unanswered(metric.source(), failed.error()));
    }
    long target = metric.target().amount();
    boolean forAll = metric.target().kind() == MetricTarget.Kind.VALUE;
    if (reply instanceof PodSamples samples) {
      return averages.calculate(metric, samples, pods, specReplicas);
    }
    if (reply instanceof MetricReply.Total total) {
      return forAll
          ? wholes.forAll(total.value(), target, pods, specReplicas)
          : wholes.ofObject(total.value(), target, statusReplicas);
    }
    if (reply instanceof MetricReply.Series series) {
      return forAll
          ? wholes.forAll(WholeValues.total(series.values()), target, pods, specReplicas)
          : wholes.ofSeries(WholeValues.totalOfPods(series.values()), target, statusReplicas);
    }
    throw new IllegalArgumentException("no answer: " + reply);
  }

  private String unanswered(MetricSource source, String error) {
    String name = source.name();
    return switch (source.type()) {
      case RESOURCE, CONTAINER_RESOURCE ->
          "unable to get metrics for resource " + name + ": " + error;
      case PODS -> "unable to get metric " + name + ": " + error;
      case OBJECT -> unansweredObject(source, error);
      case EXTERNAL ->
          "unable to get external metric %s/%s/%s: %s"
              .formatted(namespace, name, MetricSelector.text(source.selector()), error);
    };
  }

  /** The original puts namespace, name and error in each other's places. */
  private String unansweredObject(MetricSource source, String error) {
    ObjectReference object = source.object();
    return "unable to get metric %s: %s on %s %s/%s"
        .formatted(
            source.name(),
            object == null ? "" : object.kind(),
            namespace,
            object == null ? "" : object.name(),
            error);
  }
}
