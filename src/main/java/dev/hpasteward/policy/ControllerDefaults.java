package dev.hpasteward.policy;

/**
 * How the cluster's HPA controller behaves where an autoscaler says nothing: flags of
 * kube-controller-manager, which EKS leaves at their defaults.
 *
 * @param tolerance ratio around the target inside which nothing scales, 0 to 1 ({@code
 *     --horizontal-pod-autoscaler-tolerance})
 * @param downscaleStabilizationSeconds the scale-down window of an autoscaler without one, 0 to
 *     3600 ({@code --horizontal-pod-autoscaler-downscale-stabilization})
 */
public record ControllerDefaults(double tolerance, int downscaleStabilizationSeconds) {

  /** The flags' defaults in Kubernetes 1.36. */
  public static final ControllerDefaults KUBERNETES = new ControllerDefaults(0.1, 300);
}
