package dev.hpasteward.simulation.run;

import dev.hpasteward.policy.CapacityMetric;
import dev.hpasteward.policy.Resource;
import dev.hpasteward.policy.ResourceThresholds;
import dev.hpasteward.policy.ServiceTypePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A metric that the strategy gives thresholds for, in the order of the policy: resources first.
 *
 * @param name {@code cpu}, {@code memory} or the free-capacity metric's name
 * @param unit what it counts
 * @param scaleUpAt at or past this the service is to scale up
 * @param scaleDownAt at or past this it may scale down; empty where no number is documented
 * @param served whether anybody serves it; not while its name is a placeholder
 * @param headroomName the External metric that says the same as an HPA can use it; empty for
 *     resources
 */
public record DocumentedMetric(
    String name,
    Unit unit,
    double scaleUpAt,
    OptionalDouble scaleDownAt,
    boolean served,
    String headroomName) {

  /** What a documented metric counts. */
  public enum Unit {
    /** Whole per cent of what pods request: rises with the load. */
    PERCENT,
    /** Pods with room: falls as the load rises. */
    FREE_PODS
  }

  /** Those of a service type. */
  public static List<DocumentedMetric> of(ServiceTypePolicy type) {
    List<DocumentedMetric> metrics = new ArrayList<>();
    type.resources().forEach((resource, thresholds) -> metrics.add(of(resource, thresholds)));
    type.capacityMetrics().forEach(capacity -> metrics.add(of(capacity)));
    return List.copyOf(metrics);
  }

  private static DocumentedMetric of(Resource resource, ResourceThresholds thresholds) {
    OptionalDouble down =
        thresholds.scaleDownAt().isPresent()
            ? OptionalDouble.of(thresholds.scaleDownAt().getAsInt())
            : OptionalDouble.empty();
    return new DocumentedMetric(
        resource.id(), Unit.PERCENT, thresholds.scaleUpAt(), down, true, "");
  }

  private static DocumentedMetric of(CapacityMetric capacity) {
    return new DocumentedMetric(
        capacity.name(),
        Unit.FREE_PODS,
        capacity.scaleUpAtOrBelow().doubleValue(),
        OptionalDouble.of(capacity.scaleDownAtOrAbove().doubleValue()),
        !capacity.placeholder(),
        capacity.headroomName());
  }

  /** Whether this value is at the scale-up threshold or past it. */
  public boolean asksForMore(double value) {
    return switch (unit) {
      case PERCENT -> value >= scaleUpAt;
      case FREE_PODS -> value <= scaleUpAt;
    };
  }

  /** Whether this value is at the scale-down threshold or past it; false where there is none. */
  public boolean allowsFewer(double value) {
    return scaleDownAt.isPresent()
        && switch (unit) {
          case PERCENT -> value <= scaleDownAt.getAsDouble();
          case FREE_PODS -> value >= scaleDownAt.getAsDouble();
        };
  }
}
