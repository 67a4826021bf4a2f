package dev.hpasteward.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.policy.NearestName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Fields of an HPA that the API does not have: kubectl asks the API server to refuse them
 * (fieldValidation=Strict).
 */
final class UnknownFields {

  private static final Set<String> TOP = Set.of("apiVersion", "kind", "metadata", "spec", "status");
  private static final Set<String> SPEC =
      Set.of("scaleTargetRef", "minReplicas", "maxReplicas", "metrics", "behavior");
  private static final Set<String> SPEC_OF_V1 =
      Set.of("scaleTargetRef", "minReplicas", "maxReplicas", "targetCPUUtilizationPercentage");
  private static final Set<String> METRIC = Set.of("metric", "target");

  /** The fields of every object below {@code spec}, by the name of the field that holds it. */
  private static final Map<String, Set<String>> KNOWN =
      Map.ofEntries(
          Map.entry("scaleTargetRef", Set.of("apiVersion", "kind", "name")),
          Map.entry("describedObject", Set.of("apiVersion", "kind", "name")),
          Map.entry(
              "metrics",
              Set.of("type", "resource", "containerResource", "pods", "object", "external")),
          Map.entry("resource", Set.of("name", "target")),
          Map.entry("containerResource", Set.of("name", "container", "target")),
          Map.entry("pods", METRIC),
          Map.entry("external", METRIC),
          Map.entry("object", Set.of("describedObject", "metric", "target")),
          Map.entry("metric", Set.of("name", "selector")),
          Map.entry("selector", Set.of("matchLabels", "matchExpressions")),
          Map.entry("matchExpressions", Set.of("key", "operator", "values")),
          Map.entry("target", Set.of("type", "value", "averageValue", "averageUtilization")),
          Map.entry("behavior", Set.of("scaleUp", "scaleDown")),
          Map.entry("scaleUp", rules()),
          Map.entry("scaleDown", rules()),
          Map.entry("policies", Set.of("type", "value", "periodSeconds")));

  private final Consumer<RefusedField> report;

  UnknownFields(Consumer<RefusedField> report) {
    this.report = report;
  }

  private static Set<String> rules() {
    return Set.of("stabilizationWindowSeconds", "selectPolicy", "policies", "tolerance");
  }

  void check(JsonNode object, boolean ofVersionOne) {
    look(object, FieldPath.ROOT, TOP);
    JsonNode spec = object.path("spec");
    FieldPath path = FieldPath.of("spec");
    Set<String> known = ofVersionOne ? SPEC_OF_V1 : SPEC;
    look(spec, path, known);
    descend(spec, path, known);
  }

  private void look(JsonNode object, FieldPath path, Set<String> known) {
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                report.accept(unknown(path.field(name), name, known));
              }
            });
  }

  private static RefusedField unknown(FieldPath path, String name, Set<String> known) {
    String remedy =
        NearestName.of(name, known)
            .map(nearest -> "write " + nearest)
            .orElseGet(() -> "remove it; known are " + String.join(", ", sorted(known)));
    return new RefusedField(path, "the API has no such field", remedy);
  }

  private static List<String> sorted(Set<String> names) {
    return names.stream().sorted().toList();
  }

  /** Into those fields that are known. */
  private void descend(JsonNode object, FieldPath path, Set<String> known) {
    for (String name : sorted(known)) {
      Set<String> inner = KNOWN.get(name);
      JsonNode value = object.path(name);
      if (inner != null && value.isArray()) {
        for (int index = 0; index < value.size(); index++) {
          visit(value.path(index), path.field(name).index(index), inner);
        }
      } else if (inner != null && value.isObject()) {
        visit(value, path.field(name), inner);
      }
    }
  }

  private void visit(JsonNode object, FieldPath path, Set<String> known) {
    look(object, path, known);
    descend(object, path, known);
  }
}
