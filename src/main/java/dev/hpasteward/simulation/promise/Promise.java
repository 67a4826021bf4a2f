package dev.hpasteward.simulation.promise;

/** What the strategy promises of a service. */
public enum Promise {
  /** At or past a documented scale-up threshold, more pods are asked for in time. */
  SCALE_UP_TRIGGERED("scale-up-triggered", "More pods are asked for at the documented thresholds"),
  /** Nobody is turned away. */
  CAPACITY_IN_TIME("capacity-in-time", "Nobody is turned away for want of pods"),
  /** No scale-down while a documented scale-down condition is unmet. */
  SCALE_DOWN_ONLY_WHEN_ALL_MET(
      "scale-down-only-when-all-met",
      "Pods are taken away only while all documented conditions are met"),
  /** Scale-down happens when all documented conditions are met. */
  SCALE_DOWN_HAPPENS(
      "scale-down-happens", "Pods are taken away once all documented conditions are met"),
  /** The number of pods turns round hardly more often than the load. */
  NO_FLAPPING("no-flapping", "The number of pods does not swing to and fro"),
  /** No session is cut before its pod had the documented grace period. */
  NO_SESSION_CUT("no-session-cut", "No session ends before its pod had its grace period"),
  /** As many pods as the bounds allow. */
  BOUNDS_KEPT("bounds-kept", "The number of pods stays within its bounds");

  private final String id;
  private final String title;

  Promise(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** As reports and pipelines name it. */
  public String id() {
    return id;
  }

  /** In a few words for people. */
  public String title() {
    return title;
  }
}
