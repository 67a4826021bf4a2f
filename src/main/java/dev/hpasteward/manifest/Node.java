package dev.hpasteward.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.hpasteward.model.Excerpt;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A place in a raw tree that knows its path, so that a wrong type is reported where it stands. A
 * null counts as absent, as it does for the API server.
 */
record Node(JsonNode json, FieldPath path) {

  private static final String QUANTITY = "a quantity such as 500m or 1";

  static Node root(JsonNode json) {
    return new Node(json, FieldPath.ROOT);
  }

  boolean isPresent() {
    return !json.isMissingNode() && !json.isNull();
  }

  Node field(String name) throws MalformedObject {
    return new Node(present("an object", json.isObject()).path(name), path.field(name));
  }

  List<Node> elements() throws MalformedObject {
    JsonNode list = present("a list", json.isArray());
    List<Node> elements = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      elements.add(new Node(list.get(i), path.index(i)));
    }
    return elements;
  }

  Optional<String> text() throws MalformedObject {
    JsonNode value = present("text", json.isTextual());
    return value.isMissingNode() ? Optional.empty() : Optional.of(value.textValue());
  }

  String textOrEmpty() throws MalformedObject {
    return text().orElse("");
  }

  OptionalInt number() throws MalformedObject {
    String wanted = json.isIntegralNumber() ? "a whole number below 2147483648" : "a whole number";
    JsonNode value = present(wanted, json.isIntegralNumber() && json.canConvertToInt());
    return value.isMissingNode() ? OptionalInt.empty() : OptionalInt.of(value.intValue());
  }

  /** Text, or a bare number as YAML authors write it. */
  Optional<Quantity> quantity() throws MalformedObject {
    JsonNode value = present(QUANTITY, json.isTextual() || json.isNumber());
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    Optional<Quantity> quantity = Quantity.parse(value.asText());
    if (quantity.isEmpty()) {
      throw new MalformedObject(path, describe(), QUANTITY);
    }
    return quantity;
  }

  /** Whether it is an object with anything in it. */
  boolean hasFields() throws MalformedObject {
    return !present("an object", json.isObject()).isEmpty();
  }

  /** Text by key; a null value counts as empty text, as it does for the API server. */
  Map<String, String> texts() throws MalformedObject {
    Map<String, String> texts = new LinkedHashMap<>();
    JsonNode map = present("an object", json.isObject());
    for (Map.Entry<String, JsonNode> entry : map.properties()) {
      texts.put(entry.getKey(), text(entry.getKey(), entry.getValue()));
    }
    return texts;
  }

  private String text(String key, JsonNode value) throws MalformedObject {
    return value.isTextual()
        ? value.textValue()
        : new Node(value, path.key(Excerpt.plain(key))).textOrEmpty();
  }

  /** The keys of an object whose values are not null. */
  Set<String> names() throws MalformedObject {
    Set<String> names = new LinkedHashSet<>();
    for (Map.Entry<String, JsonNode> entry : present("an object", json.isObject()).properties()) {
      if (!entry.getValue().isNull()) {
        names.add(entry.getKey());
      }
    }
    return names;
  }

  private JsonNode present(String wanted, boolean fits) throws MalformedObject {
    if (!isPresent()) {
      return MissingNode.getInstance();
    }
    if (!fits) {
      throw new MalformedObject(path, describe(), wanted);
    }
    return json;
  }

  private String describe() {
    if (json.isTextual()) {
      return Excerpt.quoted(json.textValue());
    }
    if (json.isValueNode()) {
      return Excerpt.plain(json.asText());
    }
    return json.isArray() ? "a list" : "an object";
  }
}
