package dev.hpasteward.source;

import dev.hpasteward.policy.Resource;
import dev.hpasteward.policy.ResourceThresholds;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Reads {@code resources}: utilization thresholds of CPU and memory. */
final class ResourcesReader {

  static final WholeNumber UTILIZATION = new WholeNumber(1, 1000, "per cent of the request");

  private ResourcesReader() {}

  static Map<Resource, ResourceThresholds> read(Section type) {
    Section section = type.section("resources", Resource.CPU.id(), Resource.MEMORY.id());
    Map<Resource, ResourceThresholds> thresholds = new EnumMap<>(Resource.class);
    for (Resource resource : Resource.values()) {
      section.value(resource.id()).ifPresent(value -> thresholds.put(resource, read(value)));
    }
    return thresholds;
  }

  private static ResourceThresholds read(Value value) {
    Section section = Section.of(value, "scaleUpAt", "scaleDownAt");
    Setting<Integer> scaleUpAt = section.required("scaleUpAt", UTILIZATION);
    Optional<Setting<Integer>> scaleDownAt = section.ifSet("scaleDownAt", UTILIZATION);
    scaleDownAt.ifPresent(down -> new Order<>(down, scaleUpAt).lowerIsBelowUpper());
    return new ResourceThresholds(scaleUpAt.value(), Setting.whole(scaleDownAt));
  }
}
