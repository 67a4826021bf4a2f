package dev.hpasteward.simulation.workload;

import java.time.Duration;

/**
 * How well pods are measured.
 *
 * @param lag how old a sample is when the controller sees it, 0 to 10 minutes; counted in steps of
 *     the run. metrics-server takes samples every 15 s ({@code --metric-resolution}), Prometheus as
 *     often as it is told
 * @param missing share of samples that are lost, 0 to 1, at random
 * @param noise by how much a CPU sample is off at most, as a share of it, 0 to 1, evenly
 *     distributed
 */
public record Measuring(Duration lag, double missing, double noise) {

  /** The longest lag. */
  public static final Duration LONGEST_LAG = Duration.ofMinutes(10);

  /** Half a period of metrics-server and half of the kubelet's; nothing missing; 2 % noise. */
  public static final Measuring USUAL = new Measuring(Duration.ofSeconds(15), 0, 0.02);

  public Measuring {
    if (lag.isNegative() || lag.compareTo(LONGEST_LAG) > 0) {
      throw new IllegalArgumentException("a lag is 0 to 10 minutes: " + lag);
    }
    if (!(missing >= 0 && missing <= 1) || !(noise >= 0 && noise <= 1)) {
      throw new IllegalArgumentException(
          "shares are 0 to 1: %s missing, %s noise".formatted(missing, noise));
    }
  }
}
