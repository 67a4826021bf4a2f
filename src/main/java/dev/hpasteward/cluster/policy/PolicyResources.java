package dev.hpasteward.cluster.policy;

import dev.hpasteward.source.FollowedPolicy;
import java.util.Optional;

/** The resource that the program was told to take its policy from. */
public interface PolicyResources {

  /** What follows it; empty if the policy comes from elsewhere. */
  Optional<FollowedPolicy> followed();
}
