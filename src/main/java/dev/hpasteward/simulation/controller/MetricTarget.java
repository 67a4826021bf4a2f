package dev.hpasteward.simulation.controller;

/**
 * What a metric is compared with.
 *
 * @param kind which of the three fields is in force
 * @param amount per cent for {@code UTILIZATION}, thousandths otherwise
 */
public record MetricTarget(Kind kind, long amount) {

  /** A target without any of the three, or with one that its type of metric does not know. */
  public static final MetricTarget NONE = new MetricTarget(Kind.NONE, 0);

  /** Which field is in force. */
  public enum Kind {
    /** {@code averageUtilization}: per cent of what the pods request. */
    UTILIZATION,
    /** {@code averageValue}: an amount for each pod. */
    AVERAGE_VALUE,
    /** {@code value}: an amount for all. */
    VALUE,
    NONE
  }

  /** Per cent of requests. */
  public static MetricTarget utilization(int percent) {
    return new MetricTarget(Kind.UTILIZATION, percent);
  }

  /** Thousandths for each pod. */
  public static MetricTarget averageValue(long milli) {
    return new MetricTarget(Kind.AVERAGE_VALUE, milli);
  }

  /** Thousandths for all pods. */
  public static MetricTarget value(long milli) {
    return new MetricTarget(Kind.VALUE, milli);
  }
}
