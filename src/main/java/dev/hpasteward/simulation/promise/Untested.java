package dev.hpasteward.simulation.promise;

import dev.hpasteward.simulation.run.DocumentedMetric;

/** How near a metric came to a scale-up threshold that was not put to the test. */
final class Untested {

  private boolean read;
  private boolean reached;
  private boolean cautiouslyReached;
  private boolean passed;
  private boolean passedBelowMaximum;

  /**
   * A sync.
   *
   * @param seen what the metric read
   * @param cautious the same with pods that start and lost samples counted as idle
   * @param past whether it is so far past the threshold that more pods are due
   * @param full whether the maximum is reached
   */
  void observe(DocumentedMetric metric, double seen, double cautious, boolean past, boolean full) {
    read |= !Double.isNaN(seen);
    reached |= metric.asksForMore(seen);
    cautiouslyReached |= metric.asksForMore(cautious);
    passed |= past;
    passedBelowMaximum |= past && !full;
  }

  /** Whether it came to nothing at all. */
  boolean isQuiet() {
    return read && !reached;
  }

  /** In a sentence. */
  String sentence(DocumentedMetric metric) {
    String name = metric.name();
    if (!read) {
      return "Nobody could tell about %s: all its samples were lost.".formatted(name);
    }
    if (passedBelowMaximum) {
      return "%s passed its threshold, but for less time than the window and two syncs."
          .formatted(name);
    }
    if (passed) {
      return "The threshold of %s was passed only while the maximum was reached.".formatted(name);
    }
    return cautiouslyReached
        ? "%s was at its threshold, but never a point past it.".formatted(name)
        : """
          The threshold of %s was passed only if pods that start and lost samples are not counted \
          as idle, and the controller does count them."""
            .formatted(name);
  }
}
