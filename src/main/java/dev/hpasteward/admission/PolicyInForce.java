package dev.hpasteward.admission;

import dev.hpasteward.policy.ScalingPolicy;

/** The policy as it is now; take it once for each review, since it may change at any time. */
public interface PolicyInForce {

  ScalingPolicy get();
}
