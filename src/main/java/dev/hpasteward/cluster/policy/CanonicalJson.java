package dev.hpasteward.cluster.policy;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;

/**
 * One text for all trees that mean the same: sorted keys, no blanks, numbers in digits without
 * needless zeros. {@code jq -cS} writes the same of numbers from 0.00001.
 */
final class CanonicalJson {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private CanonicalJson() {}

  static String text(JsonNode tree) {
    try {
      return JSON.writeValueAsString(sorted(tree));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode sorted(JsonNode tree) {
    if (tree.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      tree.properties().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(entry -> object.set(entry.getKey(), sorted(entry.getValue())));
      return object;
    }
    if (tree.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      tree.forEach(item -> array.add(sorted(item)));
      return array;
    }
    return tree.isNumber() ? DecimalNode.valueOf(shortest(tree.decimalValue())) : tree;
  }

  private static BigDecimal shortest(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.setScale(Math.max(0, stripped.scale()));
  }
}
