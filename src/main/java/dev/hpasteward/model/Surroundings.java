package dev.hpasteward.model;

/**
 * What a decision needs to know besides the object.
 *
 * @param target the workload that an autoscaler scales, as far as it is known
 * @param tolerancesKept whether the API server keeps {@code behavior.*.tolerance} (Kubernetes 1.35
 *     and later, unless the gate HPAConfigurableTolerance is off)
 */
public record Surroundings(Target target, boolean tolerancesKept) {

  /** What is known of an autoscaler's target. */
  public sealed interface Target {
    /** It is there. */
    record Found(Workload workload) implements Target {}

    /** It does not exist. */
    record Missing() implements Target {}

    /** Nobody could say in time. */
    record Unknown() implements Target {}

    /** It is not a Deployment, or nobody asked. */
    record NotLookedUp() implements Target {}
  }
}
