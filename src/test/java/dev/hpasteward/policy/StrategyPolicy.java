package dev.hpasteward.policy;

import static dev.hpasteward.policy.Resource.CPU;
import static dev.hpasteward.policy.Resource.MEMORY;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The written strategy as values, with the defaults that the embedded policy adds to it. */
public final class StrategyPolicy {
  private static final Windows SHORT_UP_LONG_DOWN =
      new Windows(new Windows.ScaleUp(15, 60), new Windows.ScaleDown(300, 300));
  private static final Windows OF_AGENTS =
      new Windows(new Windows.ScaleUp(15, 15), new Windows.ScaleDown(300, 300));

  private StrategyPolicy() {}

  /** All four service types; fills in what is missing. */
  public static ScalingPolicy policy() {
    return of(egress(), sip(), sfu(), agent());
  }

  /** A policy of these service types alone. */
  public static ScalingPolicy of(ServiceTypePolicy... types) {
    Map<String, ServiceTypePolicy> byName = new LinkedHashMap<>();
    for (ServiceTypePolicy type : types) {
      byName.put(type.name(), type);
    }
    return new ScalingPolicy(
        "default",
        "0123456789ab",
        byName,
        Corrections.FILL,
        ControllerDefaults.KUBERNETES,
        Map.of(),
        Modes.ENFORCE_EVERYWHERE,
        ExemptionRules.DEFAULT,
        ReplicasOnUpdate.KEEP_LIVE,
        Generation.DEFAULT);
  }

  /** The same policy with other actions. */
  public static ScalingPolicy withActions(ScalingPolicy policy, Map<RuleId, Action> actions) {
    return new ScalingPolicy(
        policy.name(),
        policy.version(),
        policy.serviceTypes(),
        policy.corrections(),
        policy.controller(),
        actions,
        policy.modes(),
        policy.exemptions(),
        policy.replicasOnUpdate(),
        policy.generation());
  }

  /** The same policy with other modes. */
  public static ScalingPolicy withModes(ScalingPolicy policy, Modes modes) {
    return new ScalingPolicy(
        policy.name(),
        policy.version(),
        policy.serviceTypes(),
        policy.corrections(),
        policy.controller(),
        policy.actions(),
        modes,
        policy.exemptions(),
        policy.replicasOnUpdate(),
        policy.generation());
  }

  /** The same policy with other rules for exemptions. */
  public static ScalingPolicy withExemptions(ScalingPolicy policy, ExemptionRules exemptions) {
    return new ScalingPolicy(
        policy.name(),
        policy.version(),
        policy.serviceTypes(),
        policy.corrections(),
        policy.controller(),
        policy.actions(),
        policy.modes(),
        exemptions,
        policy.replicasOnUpdate(),
        policy.generation());
  }

  public static ServiceTypePolicy egress() {
    return egress(Encoding.DOCUMENTED);
  }

  public static ServiceTypePolicy egress(Encoding encoding) {
    return type(
        "livekit-egress",
        Map.of(CPU, thresholds(50, 30), MEMORY, thresholds(65, 45)),
        List.of(capacity("livekit_egress_available", false, 1, 3, encoding)),
        SHORT_UP_LONG_DOWN,
        OptionalInt.of(9090));
  }

  public static ServiceTypePolicy sip() {
    return type(
        "sip",
        Map.of(CPU, thresholds(50, 30), MEMORY, thresholds(65, 45)),
        List.of(capacity("custom_metric", true, 5, 10, Encoding.DOCUMENTED)),
        SHORT_UP_LONG_DOWN,
        OptionalInt.empty());
  }

  public static ServiceTypePolicy sfu() {
    return type(
        "sfu",
        Map.of(CPU, thresholds(60, 35), MEMORY, thresholds(70, 50)),
        List.of(),
        SHORT_UP_LONG_DOWN,
        OptionalInt.of(6789));
  }

  public static ServiceTypePolicy agent() {
    return type(
        "agent",
        Map.of(CPU, new ResourceThresholds(50, OptionalInt.empty())),
        List.of(),
        OF_AGENTS,
        OptionalInt.empty());
  }

  /** The same service type with other replica bounds. */
  public static ServiceTypePolicy withReplicas(ServiceTypePolicy type, Replicas replicas) {
    return new ServiceTypePolicy(
        type.name(),
        type.selector(),
        type.resources(),
        type.capacityMetrics(),
        type.windows(),
        type.scaleDownRate(),
        replicas,
        type.scrape(),
        type.gracePeriodAtLeast());
  }

  /** A service type whose only metric is of free capacity, with thresholds 5 and 10. */
  public static ServiceTypePolicy rooms(Encoding encoding) {
    return type(
        "rooms",
        Map.of(),
        List.of(capacity("rooms_available", false, 5, 10, encoding)),
        SHORT_UP_LONG_DOWN,
        OptionalInt.empty());
  }

  /** The same service type with other windows. */
  public static ServiceTypePolicy withWindows(ServiceTypePolicy type, Windows windows) {
    return new ServiceTypePolicy(
        type.name(),
        type.selector(),
        type.resources(),
        type.capacityMetrics(),
        windows,
        type.scaleDownRate(),
        type.replicas(),
        type.scrape(),
        type.gracePeriodAtLeast());
  }

  private static ServiceTypePolicy type(
      String name,
      Map<Resource, ResourceThresholds> resources,
      List<CapacityMetric> capacityMetrics,
      Windows windows,
      OptionalInt scrapePort) {
    Map<Resource, ResourceThresholds> inOrder = new LinkedHashMap<>();
    for (Resource resource : Resource.values()) {
      Optional.ofNullable(resources.get(resource))
          .ifPresent(thresholds -> inOrder.put(resource, thresholds));
    }
    return new ServiceTypePolicy(
        name,
        Optional.empty(),
        inOrder,
        capacityMetrics,
        windows,
        List.of(
            new ScalingRate(ScalingRate.Unit.PODS, 1, 60),
            new ScalingRate(ScalingRate.Unit.PERCENT, 10, 60)),
        new Replicas(2, 20, OptionalInt.empty(), OptionalInt.empty()),
        Optional.of(new Scrape(scrapePort, "/metrics")),
        OptionalInt.of(name.equals("sfu") ? 18_000 : 3_600));
  }

  private static ResourceThresholds thresholds(int scaleUpAt, int scaleDownAt) {
    return new ResourceThresholds(scaleUpAt, OptionalInt.of(scaleDownAt));
  }

  private static CapacityMetric capacity(
      String name, boolean placeholder, int up, int down, Encoding encoding) {
    return new CapacityMetric(
        name,
        placeholder,
        BigDecimal.valueOf(up),
        BigDecimal.valueOf(down),
        encoding,
        Optional.empty());
  }
}
