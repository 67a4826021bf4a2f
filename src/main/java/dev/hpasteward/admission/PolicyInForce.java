package dev.hpasteward.admission;

import dev.hpasteward.policy.ScalingPolicy;

/** The policy as it is now; take it once for each review, since it may change at any time. */
public interface PolicyInForce {

  ScalingPolicy get();

  /**
   * Whether somebody chose it: false while the embedded one only stands in for a resource that is
   * not there or has never been valid. Reviews are judged by it all the same, but nothing is
   * written to the cluster in its name.
   */
  default boolean chosen() {
    return true;
  }
}
