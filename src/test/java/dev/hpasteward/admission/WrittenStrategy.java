package dev.hpasteward.admission;

import dev.hpasteward.policy.CapacityMetric;
import dev.hpasteward.policy.ControllerDefaults;
import dev.hpasteward.policy.Corrections;
import dev.hpasteward.policy.Encoding;
import dev.hpasteward.policy.Replicas;
import dev.hpasteward.policy.Resource;
import dev.hpasteward.policy.ResourceThresholds;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.policy.ScalingRate;
import dev.hpasteward.policy.Scrape;
import dev.hpasteward.policy.ServiceTypePolicy;
import dev.hpasteward.policy.Windows;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The written strategy as values, for tests that ask the door without a policy document. */
final class WrittenStrategy {

  static final Replicas UNBOUNDED = new Replicas(2, 20, OptionalInt.empty(), OptionalInt.empty());

  private static final List<ScalingRate> RATE =
      List.of(
          new ScalingRate(ScalingRate.Unit.PODS, 1, 60),
          new ScalingRate(ScalingRate.Unit.PERCENT, 10, 60));

  private WrittenStrategy() {}

  static ScalingPolicy policy() {
    return policy(Corrections.FILL, UNBOUNDED);
  }

  static ScalingPolicy policy(Corrections corrections) {
    return policy(corrections, UNBOUNDED);
  }

  static ScalingPolicy policy(Corrections corrections, Replicas replicas) {
    Map<String, ServiceTypePolicy> types = new LinkedHashMap<>();
    types.put(
        "livekit-egress",
        type(
            "livekit-egress",
            resources(50, 30, 65, 45),
            List.of(capacity("livekit_egress_available", false, 1, 3)),
            60,
            replicas,
            OptionalInt.of(9090)));
    types.put(
        "sip",
        type(
            "sip",
            resources(50, 30, 65, 45),
            List.of(capacity("custom_metric", true, 5, 10)),
            60,
            replicas,
            OptionalInt.empty()));
    types.put(
        "sfu",
        type("sfu", resources(60, 35, 70, 50), List.of(), 60, replicas, OptionalInt.of(6789)));
    types.put(
        "agent",
        type(
            "agent",
            Map.of(Resource.CPU, new ResourceThresholds(50, OptionalInt.empty())),
            List.of(),
            15,
            replicas,
            OptionalInt.empty()));
    return new ScalingPolicy(
        "default", types, corrections, ControllerDefaults.KUBERNETES, Map.of());
  }

  private static ServiceTypePolicy type(
      String name,
      Map<Resource, ResourceThresholds> resources,
      List<CapacityMetric> metrics,
      int scaleUpAtMost,
      Replicas replicas,
      OptionalInt port) {
    return new ServiceTypePolicy(
        name,
        resources,
        metrics,
        new Windows(new Windows.ScaleUp(15, scaleUpAtMost), new Windows.ScaleDown(300, 300)),
        RATE,
        replicas,
        Optional.of(new Scrape(port, "/metrics")),
        OptionalInt.empty());
  }

  private static Map<Resource, ResourceThresholds> resources(
      int cpuUp, int cpuDown, int memoryUp, int memoryDown) {
    Map<Resource, ResourceThresholds> resources = new LinkedHashMap<>();
    resources.put(Resource.CPU, new ResourceThresholds(cpuUp, OptionalInt.of(cpuDown)));
    resources.put(Resource.MEMORY, new ResourceThresholds(memoryUp, OptionalInt.of(memoryDown)));
    return resources;
  }

  private static CapacityMetric capacity(String name, boolean placeholder, int up, int down) {
    return new CapacityMetric(
        name,
        placeholder,
        BigDecimal.valueOf(up),
        BigDecimal.valueOf(down),
        Encoding.DOCUMENTED,
        Optional.empty());
  }
}
