package dev.hpasteward.source;

import dev.hpasteward.policy.CapacityMetric;
import dev.hpasteward.policy.Resource;
import dev.hpasteward.policy.ResourceThresholds;
import dev.hpasteward.policy.ServiceTypePolicy;
import java.util.List;
import java.util.Map;

/** Reads one service type. */
final class ServiceTypeReader {

  /** A week: Kubernetes sets no bound, but a longer wait is a slip of the keyboard. */
  static final WholeNumber GRACE_PERIOD = new WholeNumber(1, 604_800, "seconds");

  private ServiceTypeReader() {}

  static ServiceTypePolicy read(Entry entry, TypeSelectors selectors) {
    int before = entry.value().mistakes().count();
    Section type =
        Section.of(
            entry.value(),
            "selector",
            "resources",
            "capacityMetrics",
            "windows",
            "scaleDownRate",
            "replicas",
            "scrape",
            "gracePeriodAtLeast");
    Map<Resource, ResourceThresholds> resources = ResourcesReader.read(type);
    List<CapacityMetric> capacity =
        type.value("capacityMetrics").map(CapacityMetricsReader::read).orElse(List.of());
    // A misspelled section is a mistake already, and perhaps holds the metric.
    if (entry.value().mistakes().count() == before) {
      requireMetric(entry, resources, capacity);
    }
    return new ServiceTypePolicy(
        entry.name(),
        type.value("selector").flatMap(value -> selectors.read(value, entry.name())),
        resources,
        capacity,
        WindowsReader.read(type),
        type.value("scaleDownRate")
            .map(ScalingRatesReader::read)
            .orElse(ScalingRatesReader.DEFAULT),
        ReplicasReader.read(type),
        type.value("scrape").map(ScrapeReader::read),
        Setting.whole(type.ifSet("gracePeriodAtLeast", GRACE_PERIOD)));
  }

  private static void requireMetric(
      Entry entry, Map<Resource, ResourceThresholds> resources, List<CapacityMetric> capacity) {
    // Nothing can be injected for a placeholder, and Kubernetes would put CPU 80 % in its place.
    if (resources.isEmpty() && capacity.stream().allMatch(CapacityMetric::placeholder)) {
      entry
          .key()
          .mistake(
              "found no metric to scale on, allowed one or more; add resources.cpu,"
                  + " resources.memory, or a capacity metric that is no placeholder");
    }
  }
}
