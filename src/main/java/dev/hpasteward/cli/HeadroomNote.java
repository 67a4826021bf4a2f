package dev.hpasteward.cli;

import dev.hpasteward.policy.ServiceTypePolicy;
import java.util.List;
import java.util.Optional;

/** Tells of service types for which {@code --headroom} changes nothing. */
final class HeadroomNote {

  private HeadroomNote() {}

  /** In a sentence; empty where it changes something for each of them. */
  static Optional<String> of(List<ServiceTypePolicy> types) {
    List<String> same =
        types.stream()
            .filter(HeadroomNote::hasNoFreeCapacity)
            .map(ServiceTypePolicy::name)
            .distinct()
            .toList();
    return same.isEmpty()
        ? Optional.empty()
        : Optional.of(
            """
            note: --headroom changes nothing for %s: the policy has no free-capacity metric that \
            somebody serves"""
                .formatted(String.join(", ", same)));
  }

  private static boolean hasNoFreeCapacity(ServiceTypePolicy type) {
    return type.capacityMetrics().stream().allMatch(metric -> metric.placeholder());
  }
}
