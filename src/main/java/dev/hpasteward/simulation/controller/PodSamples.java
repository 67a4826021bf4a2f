package dev.hpasteward.simulation.controller;

/**
 * Samples of a Resource, ContainerResource or Pods metric, in the order of the list of pods. The
 * arrays belong to this value from then on: nobody may write to them any more.
 */
public final class PodSamples implements MetricReply {

  /** The time of a sample that there is not. */
  public static final long ABSENT = Long.MIN_VALUE;

  private final long at;
  private final long[] values;
  private final long[] times;
  private final long[] windows;
  private final int gone;
  private final long goneTotal;

  /**
   * Samples of one answer.
   *
   * @param at when the answer came, in nanoseconds
   * @param values for each pod, in thousandths
   * @param times for each pod, when its sample was taken, in nanoseconds; {@link #ABSENT} without
   * @param windows for each pod, the time that its sample covers, in nanoseconds
   * @param gone how many samples name pods that are not in the list: the original counts them too
   * @param goneTotal the sum of their values, in thousandths
   */
  public PodSamples(
      long at, long[] values, long[] times, long[] windows, int gone, long goneTotal) {
    if (values.length != times.length || values.length != windows.length) {
      throw new IllegalArgumentException("values, times and windows are one for each pod");
    }
    this.at = at;
    this.values = values;
    this.times = times;
    this.windows = windows;
    this.gone = gone;
    this.goneTotal = goneTotal;
  }

  @Override
  public long at() {
    return at;
  }

  int size() {
    return values.length;
  }

  boolean has(int pod) {
    return times[pod] != ABSENT;
  }

  long value(int pod) {
    return values[pod];
  }

  long time(int pod) {
    return times[pod];
  }

  long window(int pod) {
    return windows[pod];
  }

  int gone() {
    return gone;
  }

  long goneTotal() {
    return goneTotal;
  }
}
