package dev.hpasteward.cluster.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hpasteward.policy.LabelSelector;
import dev.hpasteward.policy.LabelSelector.Operator;
import dev.hpasteward.policy.LabelSelector.Requirement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which namespaces a webhook configuration means. */
final class NamespaceSelector {

  private NamespaceSelector() {}

  /** Whether the webhook is asked about a namespace with these labels. */
  static boolean selects(JsonNode webhook, Map<String, String> labels) {
    JsonNode selector = webhook.path("namespaceSelector");
    List<Requirement> requirements = new ArrayList<>();
    for (JsonNode expression : selector.path("matchExpressions")) {
      List<String> values = new ArrayList<>();
      expression.path("values").forEach(value -> values.add(value.asText()));
      requirements.add(
          new Requirement(
              expression.path("key").asText(),
              operator(expression.path("operator").asText()),
              values));
    }
    return new LabelSelector(strings(selector.path("matchLabels")), requirements).matches(labels);
  }

  /** An object of texts as a map. */
  static Map<String, String> strings(JsonNode object) {
    Map<String, String> strings = new LinkedHashMap<>();
    object.properties().forEach(field -> strings.put(field.getKey(), field.getValue().asText()));
    return strings;
  }

  private static Operator operator(String name) {
    return switch (name) {
      case "In" -> Operator.IN;
      case "NotIn" -> Operator.NOT_IN;
      case "Exists" -> Operator.EXISTS;
      default -> Operator.DOES_NOT_EXIST;
    };
  }
}
