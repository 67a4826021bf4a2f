package dev.hpasteward.simulation.controller;

/**
 * A pod that the target's selector matches.
 *
 * @param name unique among the pods
 * @param phase its phase
 * @param readiness its Ready condition
 * @param readySince when that condition last changed its status, in nanoseconds; not read where it
 *     is absent
 * @param startedAt {@code status.startTime} in nanoseconds, or {@link #NEVER}
 * @param terminating whether it has a deletionTimestamp; when that ends is not asked
 * @param resources what it requests; pods of one template should share it, which is quicker
 */
public record Pod(
    String name,
    PodPhase phase,
    Readiness readiness,
    long readySince,
    long startedAt,
    boolean terminating,
    PodResources resources) {

  /** A time that there is not. */
  public static final long NEVER = Long.MIN_VALUE;

  /** Whether it counts for targets that are a value for all pods together. */
  boolean isRunningAndReady() {
    return phase == PodPhase.RUNNING && readiness == Readiness.READY;
  }
}
