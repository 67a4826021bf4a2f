package dev.hpasteward.policy;

/**
 * The stabilization windows of a service type: short for scale-up, long for scale-down (the
 * strategy, "General principles", 2).
 */
public record Windows(ScaleUp scaleUp, ScaleDown scaleDown) {

  /**
   * Scale-up: short.
   *
   * @param inject seconds that are filled in where an author sets none, 0 to {@code atMost}
   * @param atMost seconds that an author may set at most, 0 to 3600 (Kubernetes' own bound)
   */
  public record ScaleUp(int inject, int atMost) {}

  /**
   * Scale-down: long.
   *
   * @param inject seconds that are filled in where an author sets none, {@code atLeast} to 3600
   * @param atLeast seconds that an author must set at least, 0 to 3600 (Kubernetes' own bound)
   */
  public record ScaleDown(int inject, int atLeast) {}
}
