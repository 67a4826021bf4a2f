package dev.hpasteward.synthesis;

import dev.hpasteward.policy.CapacityMetric;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What serves the headroom form of a free-capacity metric. With N pods, of which some are busy, and
 * thresholds to scale up at {@code a} free or fewer and down at {@code b} free or more, what is
 * needed is {@code max(busy + a + 1, min(N, busy + b - 1))}: above N, at N, or below N, as the
 * strategy's thresholds say.
 */
public final class HeadroomRules {

  /** Of LiveKit's egress: a worker that ends takes no new recordings, and is replaced anyway. */
  private static final Map<String, String> ENDING =
      Map.of("livekit_egress_available", "livekit_egress_is_terminating");

  /** As often as the HPA controller looks (--horizontal-pod-autoscaler-sync-period). */
  private static final String INTERVAL = "15s";

  private HeadroomRules() {}

  /** The recording rules, as a PrometheusRule of the Prometheus Operator. */
  public static Map<String, Object> prometheusRule(CapacityMetric metric) {
    String name = "hpa-steward-" + metric.headroomName().replaceAll("[^a-z0-9]+", "-");
    Map<String, Object> group = new LinkedHashMap<>();
    group.put("name", name);
    group.put("interval", INTERVAL);
    group.put("rules", recordingRules(metric));
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("apiVersion", "monitoring.coreos.com/v1");
    object.put("kind", "PrometheusRule");
    object.put("metadata", Map.of("name", name));
    object.put("spec", Map.of("groups", List.of(group)));
    return object;
  }

  private static List<Map<String, String>> recordingRules(CapacityMetric metric) {
    String busy = busy(metric.name());
    BigDecimal least = metric.scaleUpAtOrBelow().add(BigDecimal.ONE);
    BigDecimal held = metric.scaleDownAtOrAbove().subtract(BigDecimal.ONE);
    if (held.compareTo(least) <= 0) {
      return List.of(rule(metric.headroomName(), busy + " + " + least.toPlainString()));
    }
    String prefix = "hpa_steward:" + metric.name().replaceAll("[^a-zA-Z0-9_:]", "_");
    List<Map<String, String>> rules = new ArrayList<>();
    rules.add(rule(prefix + "_busy", busy));
    rules.add(rule(prefix + "_pods", pods(metric.name())));
    // PromQL has no max or min of two vectors: one stands first, the other fills in.
    rules.add(
        rule(
            prefix + "_held",
            "%1$s_pods < (%1$s_busy + %2$s) or %1$s_busy + %2$s"
                .formatted(prefix, held.toPlainString())));
    rules.add(
        rule(
            metric.headroomName(),
            "%1$s_held > (%1$s_busy + %2$s) or %1$s_busy + %2$s"
                .formatted(prefix, least.toPlainString())));
    return rules;
  }

  private static String pods(String metric) {
    String ending = ENDING.get(metric);
    return ending == null
        ? "count by (namespace) (max by (namespace, pod) (%s))".formatted(metric)
        : "sum by (namespace) (1 - max by (namespace, pod) (%s))".formatted(ending);
  }

  private static String busy(String metric) {
    String ending = ENDING.get(metric);
    String taken = "(1 - max by (namespace, pod) (%s))".formatted(metric);
    return ending == null
        ? "sum by (namespace) (1 - max by (namespace, pod) (%s))".formatted(metric)
        : "sum by (namespace) (%s * (1 - max by (namespace, pod) (%s)))".formatted(taken, ending);
  }

  private static Map<String, String> rule(String record, String expression) {
    Map<String, String> rule = new LinkedHashMap<>();
    rule.put("record", record);
    rule.put("expr", expression);
    return rule;
  }

  /** An entry of {@code externalRules} of prometheus-adapter, in its own format. */
  public static Map<String, Object> adapterRule(CapacityMetric metric) {
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("seriesQuery", metric.headroomName() + "{namespace!=\"\"}");
    rule.put(
        "resources", Map.of("overrides", Map.of("namespace", Map.of("resource", "namespace"))));
    rule.put("metricsQuery", "max by (namespace) (<<.Series>>{<<.LabelMatchers>>})");
    return rule;
  }

  /** An entry of {@code spec.triggers} of a KEDA ScaledObject in this namespace. */
  public static Map<String, Object> kedaTrigger(CapacityMetric metric, String namespace) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("serverAddress", "http://prometheus.monitoring:9090");
    metadata.put("query", "%s{namespace=\"%s\"}".formatted(metric.headroomName(), namespace));
    metadata.put("threshold", "1");
    Map<String, Object> trigger = new LinkedHashMap<>();
    trigger.put("type", "prometheus");
    trigger.put("metricType", "AverageValue");
    trigger.put("metadata", metadata);
    return trigger;
  }
}
