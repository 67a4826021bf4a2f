package dev.hpasteward.simulation.controller;

import java.util.concurrent.TimeUnit;

/**
 * Flags of kube-controller-manager (all begin with {@code --horizontal-pod-autoscaler-}) and its
 * feature gates. How often it syncs is up to who calls.
 *
 * @param downscaleStabilization the scale-down window of an HPA without one, in nanoseconds
 * @param tolerance ratio around the target inside which nothing scales, where the HPA says nothing
 * @param cpuInitializationPeriod how long after a pod's start its CPU samples are doubted, in
 *     nanoseconds
 * @param initialReadinessDelay a pod that turned unready within this time of its start has never
 *     been ready, in nanoseconds
 * @param configurableTolerance gate HPAConfigurableTolerance: whether the HPA's own tolerances
 *     count
 * @param scaleToZero gate HPAScaleToZero
 */
public record ControllerFlags(
    long downscaleStabilization,
    double tolerance,
    long cpuInitializationPeriod,
    long initialReadinessDelay,
    boolean configurableTolerance,
    boolean scaleToZero) {

  /** The defaults of Kubernetes 1.36 (config/v1alpha1/defaults.go, features/kube_features.go). */
  public static final ControllerFlags KUBERNETES =
      new ControllerFlags(
          TimeUnit.SECONDS.toNanos(300),
          0.1,
          TimeUnit.SECONDS.toNanos(300),
          TimeUnit.SECONDS.toNanos(30),
          true,
          false);
}
