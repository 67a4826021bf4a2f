package dev.hpasteward.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the strategy says about one service type.
 *
 * @param name the label's value, such as {@code livekit-egress}
 * @param selector recognises Deployments without the label by their labels; empty: none
 * @param resources utilization thresholds by resource
 * @param capacityMetrics free-capacity metrics
 * @param windows stabilization windows
 * @param scaleDownRate injected; of several, the one that removes most holds
 * @param replicas replica bounds
 * @param scrape where its metrics are; empty: nothing is annotated
 * @param gracePeriodAtLeast seconds that a pod must have to drain; empty: not judged
 */
public record ServiceTypePolicy(
    String name,
    Optional<LabelSelector> selector,
    Map<Resource, ResourceThresholds> resources,
    List<CapacityMetric> capacityMetrics,
    Windows windows,
    List<ScalingRate> scaleDownRate,
    Replicas replicas,
    Optional<Scrape> scrape,
    OptionalInt gracePeriodAtLeast) {

  public ServiceTypePolicy {
    resources = Ordered.copyOf(resources);
    capacityMetrics = List.copyOf(capacityMetrics);
    scaleDownRate = List.copyOf(scaleDownRate);
  }

  /** The same with its free-capacity metrics injected in this form. */
  public ServiceTypePolicy encoding(Encoding encoding) {
    return new ServiceTypePolicy(
        name,
        selector,
        resources,
        capacityMetrics.stream().map(metric -> metric.encoding(encoding)).toList(),
        windows,
        scaleDownRate,
        replicas,
        scrape,
        gracePeriodAtLeast);
  }

  /** The thresholds of a resource by its Kubernetes name, where the strategy gives any. */
  public Optional<ResourceThresholds> thresholds(String resource) {
    return Resource.of(resource).flatMap(known -> Optional.ofNullable(resources.get(known)));
  }

  /** Whether one of its metrics still has no real name, so that any custom metric may be it. */
  public boolean awaitsMetricName() {
    return capacityMetrics.stream().anyMatch(CapacityMetric::placeholder);
  }
}
