package dev.hpasteward.admission;

import dev.hpasteward.policy.Corrections;
import dev.hpasteward.policy.Replicas;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.policy.ServiceTypePolicy;
import dev.hpasteward.source.PolicySource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** The embedded policy, with what a test varies. */
final class WrittenStrategy {

  private WrittenStrategy() {}

  static ScalingPolicy policy() {
    return PolicySource.embedded();
  }

  static ScalingPolicy policy(Corrections corrections) {
    return policy(corrections, OptionalInt.empty(), OptionalInt.empty());
  }

  static ScalingPolicy policy(Corrections corrections, OptionalInt floor, OptionalInt ceiling) {
    ScalingPolicy embedded = PolicySource.embedded();
    Map<String, ServiceTypePolicy> types = new LinkedHashMap<>();
    embedded.serviceTypes().forEach((name, type) -> types.put(name, bound(type, floor, ceiling)));
    return new ScalingPolicy(
        embedded.name(),
        embedded.version(),
        types,
        corrections,
        embedded.controller(),
        embedded.actions(),
        embedded.modes(),
        embedded.exemptions(),
        embedded.replicasOnUpdate(),
        embedded.generation());
  }

  private static ServiceTypePolicy bound(
      ServiceTypePolicy type, OptionalInt floor, OptionalInt ceiling) {
    Replicas replicas = type.replicas();
    return new ServiceTypePolicy(
        type.name(),
        type.selector(),
        type.resources(),
        type.capacityMetrics(),
        type.windows(),
        type.scaleDownRate(),
        new Replicas(replicas.min(), replicas.max(), floor, ceiling),
        type.scrape(),
        type.gracePeriodAtLeast());
  }
}
