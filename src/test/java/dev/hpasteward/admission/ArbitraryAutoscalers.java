package dev.hpasteward.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Autoscalers as people write them: complete and partial, right and wrong, with odd extras. */
final class ArbitraryAutoscalers {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String API_DEFAULT_POLICY = "{type: Percent, value: 100, periodSeconds: 15}";

  private ArbitraryAutoscalers() {}

  /** Of one of the four service types; some are tracked by Argo CD. */
  static Arbitrary<ObjectNode> governed() {
    Arbitrary<String> types = Arbitraries.of("livekit-egress", "sip", "sfu", "agent");
    return Combinators.combine(types, spec(), extras())
        .as(
            (type, spec, extras) -> {
              ObjectNode object =
                  Manifests.parse("{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler}");
              ObjectNode metadata = object.putObject("metadata");
              metadata.put("name", "x").put("namespace", "media");
              metadata.putObject("labels").put("hpa-steward.dev/service-type", type);
              metadata.setAll((ObjectNode) extras.get("metadata").deepCopy());
              object.set("spec", spec.deepCopy());
              ((ObjectNode) object.get("spec")).setAll((ObjectNode) extras.get("spec").deepCopy());
              object.setAll((ObjectNode) extras.get("object").deepCopy());
              return object;
            });
  }

  private static Arbitrary<ObjectNode> extras() {
    return Arbitraries.of(
        Manifests.parse("{metadata: {}, spec: {}, object: {}}"),
        Manifests.parse("{metadata: {annotations: null}, spec: {novel: {}}, object: {status: {}}}"),
        Manifests.parse(
            "{metadata: {annotations: {a.b/c~d: ''}, managedFields: [{f: {}}]},"
                + " spec: {novel: [null, {}, []]}, object: {status: {conditions: []}}}"),
        Manifests.parse(
            "{metadata: {annotations: {argocd.argoproj.io/tracking-id: 'm:x'}}, spec: {},"
                + " object: {}}"));
  }

  private static Arbitrary<ObjectNode> spec() {
    Arbitrary<JsonNode> metrics =
        metric()
            .list()
            .ofMaxSize(5)
            .map(
                list -> {
                  ArrayNode metricList = JSON.arrayNode();
                  list.forEach(one -> metricList.add(one.deepCopy()));
                  return metricList;
                });
    return Combinators.combine(
            Arbitraries.integers().between(1, 5).injectNull(0.2),
            Arbitraries.integers().between(5, 200),
            metrics.injectNull(0.1),
            behavior().injectNull(0.2),
            Arbitraries.of(true, false))
        .as(
            (min, max, metricList, behavior, explicitNulls) -> {
              ObjectNode spec = JSON.objectNode();
              spec.set(
                  "scaleTargetRef",
                  Manifests.parse("{apiVersion: apps/v1, kind: Deployment, name: x}"));
              set(spec, "minReplicas", min == null ? null : JSON.numberNode(min), explicitNulls);
              spec.put("maxReplicas", max);
              set(spec, "metrics", metricList, explicitNulls);
              set(spec, "behavior", behavior, explicitNulls);
              return spec;
            });
  }

  private static Arbitrary<ObjectNode> metric() {
    Arbitrary<String> values = Arbitraries.of("0", "500m", "1", "1000m", "2", "3", "5", "9", "2Gi");
    Arbitrary<String> targets =
        Arbitraries.oneOf(
            Arbitraries.integers()
                .between(1, 120)
                .map(percent -> "{type: Utilization, averageUtilization: " + percent + "}"),
            Arbitraries.of(50, 60, 65, 70)
                .map(percent -> "{type: Utilization, averageUtilization: " + percent + "}"),
            values.map(value -> "{type: AverageValue, averageValue: '" + value + "'}"),
            values.map(value -> "{type: Value, value: '" + value + "'}"));
    Arbitrary<String> names =
        Arbitraries.of(
            "livekit_egress_available", "livekit_egress_needed", "custom_metric", "rooms");
    Arbitrary<String> resources = Arbitraries.of("cpu", "memory", "ephemeral-storage");
    return Arbitraries.oneOf(
            Combinators.combine(resources, targets)
                .as(
                    (name, target) ->
                        "{type: Resource, resource: {name: %s, target: %s}}"
                            .formatted(name, target)),
            Combinators.combine(resources, targets)
                .as(
                    (name, target) ->
                        ("{type: ContainerResource,"
                                + " containerResource: {name: %s, container: c, target: %s}}")
                            .formatted(name, target)),
            Combinators.combine(
                    names, Arbitraries.of("", ", selector: {matchLabels: {a: b}}"), targets)
                .as(
                    (name, selector, target) ->
                        "{type: Pods, pods: {metric: {name: %s%s}, target: %s}}"
                            .formatted(name, selector, target)),
            Combinators.combine(names, targets)
                .as(
                    (name, target) ->
                        "{type: External, external: {metric: {name: %s}, target: %s}}"
                            .formatted(name, target)),
            Arbitraries.of("{type: Novel, novel: {}}", "{type: Object, object: null}"))
        .map(Manifests::parse);
  }

  private static Arbitrary<JsonNode> behavior() {
    return Combinators.combine(
            rules().injectNull(0.2), rules().injectNull(0.2), Arbitraries.of(true, false))
        .as(
            (up, down, explicitNulls) -> {
              ObjectNode behavior = JSON.objectNode();
              set(behavior, "scaleUp", up, explicitNulls);
              set(behavior, "scaleDown", down, explicitNulls);
              return behavior;
            });
  }

  private static Arbitrary<JsonNode> rules() {
    Arbitrary<List<String>> policies =
        Arbitraries.of(
                API_DEFAULT_POLICY,
                "{type: Pods, value: 4, periodSeconds: 15}",
                "{type: Pods, value: 1, periodSeconds: 600}",
                "{type: Percent, value: 10, periodSeconds: 60}")
            .list()
            .ofMaxSize(2);
    return Combinators.combine(
            Arbitraries.of(0, 10, 15, 16, 60, 61, 299, 300, 3600).injectNull(0.3),
            Arbitraries.of("Max", "Min", "Disabled").injectNull(0.5),
            policies.injectNull(0.4),
            Arbitraries.of("0", "10m", "0.1", "0.39", "0.5", "3", "1000000000").injectNull(0.5))
        .as(
            (window, select, list, tolerance) -> {
              ObjectNode rules = JSON.objectNode();
              if (window != null) {
                rules.put("stabilizationWindowSeconds", window);
              }
              if (select != null) {
                rules.put("selectPolicy", select);
              }
              if (list != null) {
                ArrayNode policyList = rules.putArray("policies");
                list.forEach(one -> policyList.add(Manifests.parse(one)));
              }
              if (tolerance != null) {
                rules.put("tolerance", tolerance);
              }
              return rules;
            });
  }

  private static void set(
      ObjectNode object, String field, @Nullable JsonNode value, boolean explicitNulls) {
    if (value != null) {
      object.set(field, value.deepCopy());
    } else if (explicitNulls) {
      object.putNull(field);
    }
  }
}
