package dev.hpasteward.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.model.Edit;
import dev.hpasteward.model.FieldPath.Element;
import java.util.List;

/** Applies edits to raw trees, so that fields unknown to us survive. */
public final class Edits {

  /** Maps without an order of their own come out alike in every process. */
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private Edits() {}

  /** A copy of the object with the edits made, in their order; missing parents are created. */
  public static JsonNode apply(JsonNode object, List<Edit> edits) {
    JsonNode copy = object.deepCopy();
    for (Edit edit : edits) {
      set(copy, edit.path().elements(), JSON.valueToTree(edit.value()));
    }
    return copy;
  }

  private static void set(JsonNode root, List<Element> path, JsonNode value) {
    JsonNode at = root;
    for (int i = 0; i < path.size() - 1; i++) {
      at = descend(at, path.get(i), path.get(i + 1));
    }
    put(at, path.get(path.size() - 1), value);
  }

  private static JsonNode descend(JsonNode at, Element step, Element next) {
    JsonNode child = get(at, step);
    if (!child.isContainerNode()) {
      child = next instanceof Element.Index ? JSON.createArrayNode() : JSON.createObjectNode();
      put(at, step, child);
    }
    return child;
  }

  private static JsonNode get(JsonNode at, Element step) {
    return step instanceof Element.Index index ? at.path(index.index()) : at.path(name(step));
  }

  private static void put(JsonNode at, Element step, JsonNode value) {
    if (!(step instanceof Element.Index index)) {
      ((ObjectNode) at).set(name(step), value);
    } else if (index.index() < at.size()) {
      ((ArrayNode) at).set(index.index(), value);
    } else {
      ((ArrayNode) at).add(value);
    }
  }

  private static String name(Element step) {
    return step instanceof Element.Field field ? field.name() : ((Element.Key) step).name();
  }
}
