package dev.hpasteward.admission;

import dev.hpasteward.policy.ScalingPolicy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Gives the application under test its policy until the composition root does. */
final class TestPolicyProducer {

  TestPolicyProducer() {}

  @Produces
  @Singleton
  ScalingPolicy policy() {
    return WrittenStrategy.policy();
  }
}
