package dev.hpasteward.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the reconciler writes into HPAs, field by field. */
final class GeneratedChanges {

  private static final List<String> OURS =
      List.of("minReplicas", "maxReplicas", "metrics", "behavior");
  private static final String NOTHING = "nothing";

  private GeneratedChanges() {}

  /**
   * A stored HPA after the reconciler's write.
   *
   * @param body what it writes
   */
  static JsonNode written(JsonNode stored, JsonNode body) {
    JsonNode wanted = generated(body).path("spec");
    ObjectNode written = stored.deepCopy();
    ObjectNode spec = written.withObject("/spec");
    for (String field : OURS) {
      spec.set(field, wanted.path(field));
    }
    return written;
  }

  /** An HPA that the reconciler generates, as the API server has it then. */
  static JsonNode generated(JsonNode body) {
    JsonNode stored = body.deepCopy();
    CanonicalQuantity.ofAutoscaler(stored.path("spec"));
    return stored;
  }

  /** Where the two differ in what the policy has a say about. */
  static List<Preview.Rewrite> between(JsonNode stored, JsonNode wanted) {
    Map<String, String> before = new TreeMap<>();
    Map<String, String> after = new TreeMap<>();
    for (String field : OURS) {
      flatten("spec." + field, stored.path("spec").path(field), before);
      flatten("spec." + field, wanted.path("spec").path(field), after);
    }
    List<Preview.Rewrite> rewrites = new ArrayList<>();
    before.forEach(
        (path, value) -> {
          String now = after.getOrDefault(path, NOTHING);
          if (!now.equals(value)) {
            rewrites.add(new Preview.Rewrite(path, value, now));
          }
        });
    after.forEach(
        (path, value) -> {
          if (!before.containsKey(path)) {
            rewrites.add(new Preview.Rewrite(path, NOTHING, value));
          }
        });
    return rewrites;
  }

  private static void flatten(String path, JsonNode value, Map<String, String> into) {
    if (value.isObject()) {
      value
          .properties()
          .forEach(entry -> flatten(path + "." + entry.getKey(), entry.getValue(), into));
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        flatten(path + "[" + i + "]", value.get(i), into);
      }
    } else if (!value.isMissingNode() && !value.isNull()) {
      into.put(path, value.asText());
    }
  }
}
