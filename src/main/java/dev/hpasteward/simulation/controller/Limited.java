package dev.hpasteward.simulation.controller;

/**
 * A number of pods that something was done to, and why.
 *
 * @param replicas how many
 * @param reason of the condition that tells of it
 * @param message of that condition
 */
record Limited(int replicas, String reason, String message) {

  static Limited within(int replicas) {
    return new Limited(
        replicas, "DesiredWithinRange", "the desired count is within the acceptable range");
  }

  static Limited tooMany(int replicas) {
    return new Limited(
        replicas,
        "TooManyReplicas",
        "the desired replica count is more than the maximum replica count");
  }

  static Limited tooFew(int replicas) {
    return new Limited(
        replicas,
        "TooFewReplicas",
        "the desired replica count is less than the minimum replica count");
  }

  static Limited tooFastUp(int replicas) {
    return new Limited(
        replicas,
        "ScaleUpLimit",
        "the desired replica count is increasing faster than the maximum scale rate");
  }

  static Limited tooFastDown(int replicas) {
    return new Limited(
        replicas,
        "ScaleDownLimit",
        "the desired replica count is decreasing faster than the maximum scale rate");
  }
}
