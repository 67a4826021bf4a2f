package dev.hpasteward.simulation.controller;

import java.util.List;

/** What a metrics API answered. */
public sealed interface MetricReply
    permits MetricReply.Total, MetricReply.Series, MetricReply.Failed, PodSamples {

  /** When the answer came, in nanoseconds: the now of what is done with it. */
  long at();

  /**
   * Of an Object metric.
   *
   * @param value in thousandths
   */
  record Total(long at, long value) implements MetricReply {}

  /**
   * Of an External metric.
   *
   * @param values one for each series, in thousandths, in the order in which they are added up
   */
  record Series(long at, List<Long> values) implements MetricReply {

    public Series {
      values = List.copyOf(values);
    }
  }

  /**
   * No answer, or an empty one.
   *
   * @param error the client's words
   */
  record Failed(long at, String error) implements MetricReply {}
}
