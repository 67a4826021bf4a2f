package dev.hpasteward.simulation.controller;

/**
 * A metric that gives no answer.
 *
 * @param reason of the condition
 * @param message of the condition
 * @param error what the sync says of it
 */
record MetricFailure(String reason, String message, String error) {

  private static final String UNABLE = "the HPA was unable to compute the replica count: ";

  /** A selector that the metric can't be asked with. */
  static MetricFailure ofSelector(MetricSource source, String mistake) {
    return of(source, mistake, mistake);
  }

  /** Neither of the fields that such a target may have. */
  static MetricFailure ofTarget(MetricSource source) {
    String mistake =
        switch (source.type()) {
          case RESOURCE, CONTAINER_RESOURCE ->
              """
              invalid resource metric source: neither an average utilization target nor an average \
              value (usage) target was set""";
          case OBJECT ->
              """
              invalid object metric source: neither a value target nor an average value target was \
              set""";
          case EXTERNAL ->
              """
              invalid external metric source: neither a value target nor an average value target \
              was set""";
          case PODS -> throw new IllegalArgumentException("a Pods metric without averageValue");
        };
    return of(source, mistake, mistake);
  }

  /** The calculator's error, in the words of who asked it (horizontal.go, computeStatusFor...). */
  static MetricFailure ofCalculation(MetricSpec metric, String error) {
    MetricSource source = metric.source();
    String name = source.name();
    boolean forAll = metric.target().kind() == MetricTarget.Kind.VALUE;
    return switch (source.type()) {
      case RESOURCE, CONTAINER_RESOURCE -> {
        String what = metric.isUtilization() ? " utilization: " : " usage: ";
        String told = "failed to get " + name + what + error;
        yield of(source, told, told);
      }
      case PODS -> of(source, error, error);
      case OBJECT ->
          of(source, error, forAll ? error : "failed to get " + name + " object metric: " + error);
      case EXTERNAL ->
          of(
              source,
              error,
              forAll
                  ? "failed to get external metric " + name + ": " + error
                  : "failed to get " + name + " external metric: " + error);
    };
  }

  private static MetricFailure of(MetricSource source, String shown, String told) {
    String what =
        switch (source.type()) {
          case RESOURCE -> source.name() + " resource";
          case CONTAINER_RESOURCE -> source.container() + " container";
          case PODS -> "pods";
          case OBJECT -> "object";
          case EXTERNAL -> source.name() + " external";
        };
    return new MetricFailure(
        source.type().failure(),
        UNABLE + shown,
        "failed to get " + what + " metric value: " + told);
  }
}
