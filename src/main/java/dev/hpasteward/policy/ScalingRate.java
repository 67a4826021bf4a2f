package dev.hpasteward.policy;

/**
 * A bound on how fast a service may scale.
 *
 * @param unit what {@code amount} counts
 * @param amount pods, or per cent of the replicas, at least 1
 * @param everySeconds the period, 1 to 1800 (Kubernetes' own bound)
 */
public record ScalingRate(Unit unit, int amount, int everySeconds) {

  /** What a rate counts, by the {@code type} that Kubernetes writes. */
  public enum Unit {
    PODS("Pods"),
    PERCENT("Percent");

    private final String type;

    Unit(String type) {
      this.type = type;
    }

    public String type() {
      return type;
    }
  }
}
