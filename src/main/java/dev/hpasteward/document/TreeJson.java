package dev.hpasteward.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.hpasteward.model.Excerpt;
import dev.hpasteward.source.Position;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** From what is written to what it says: aliases written out, merges made, types told. */
final class TreeJson {

  /** Of one object: what the API server stores has a megabyte and a half. */
  private static final int MOST_VALUES = 200_000;

  private static final String TAGS = "tag:yaml.org,2002:";

  /** As the reader of texts; through aliases there are more. */
  private static final int DEEPEST = TreeReader.DEEPEST;

  private int values;
  private int depth;

  private TreeJson() {}

  /**
   * The object.
   *
   * @throws UnreadableException for a key that is no text or comes twice, for a tag, for too many
   *     aliases
   */
  static JsonNode of(Tree tree) throws UnreadableException {
    return new TreeJson().json(tree);
  }

  private JsonNode json(Tree tree) throws UnreadableException {
    enter(tree);
    JsonNode json = counted(tree);
    depth--;
    return json;
  }

  private void enter(Tree tree) throws UnreadableException {
    if (++depth > DEEPEST) {
      throw new UnreadableException(
          tree.span().position(),
          "found more than %d levels once aliases are written out, allowed %d; nest less deeply"
              .formatted(DEEPEST, DEEPEST));
    }
  }

  private JsonNode counted(Tree tree) throws UnreadableException {
    if (++values > MOST_VALUES) {
      throw new UnreadableException(
          tree.span().position(),
          "found more than %d values once aliases are written out, allowed %d; use fewer aliases"
              .formatted(MOST_VALUES, MOST_VALUES));
    }
    Tree written = tree.written();
    if (written instanceof Tree.Scalar scalar) {
      return scalar(scalar);
    }
    if (written instanceof Tree.Sequence sequence) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      for (Tree item : sequence.items()) {
        array.add(json(item));
      }
      return array;
    }
    return written instanceof Tree.Mapping mapping ? mapping(mapping) : NullNode.getInstance();
  }

  private JsonNode scalar(Tree.Scalar scalar) throws UnreadableException {
    String tag = scalar.tag();
    if (tag == null) {
      return scalar.plain() ? plain(scalar) : TextNode.valueOf(scalar.text());
    }
    if (tag.equals("!") || tag.equals(TAGS + "str")) {
      return TextNode.valueOf(scalar.text());
    }
    JsonNode value = plain(scalar);
    boolean fits =
        switch (tag) {
          case TAGS + "int" -> value.isIntegralNumber();
          case TAGS + "float" -> value.isNumber();
          case TAGS + "bool" -> value.isBoolean();
          case TAGS + "null" -> value.isNull();
          default -> false;
        };
    if (!fits) {
      throw new UnreadableException(
          scalar.span().position(),
          "found the tag %s, allowed none here; remove it".formatted(Excerpt.quoted(tag)));
    }
    return value;
  }

  private static JsonNode plain(Tree.Scalar scalar) throws UnreadableException {
    return PlainScalar.read(scalar.text())
        .orElseThrow(
            () ->
                new UnreadableException(
                    scalar.span().position(),
                    "found %s, which no API takes; write a number"
                        .formatted(Excerpt.plain(scalar.text()))));
  }

  private JsonNode mapping(Tree.Mapping mapping) throws UnreadableException {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    Map<String, Position> seen = new HashMap<>();
    for (Tree.Entry entry : mapping.entries()) {
      if (!entry.merges()) {
        String key = key(entry.key());
        Position first = seen.putIfAbsent(key, entry.key().span().position());
        if (first != null) {
          throw new UnreadableException(
              entry.key().span().position(),
              "found the key %s again, first in line %d, allowed once; remove one of them"
                  .formatted(Excerpt.quoted(key), first.line()));
        }
        object.set(key, json(entry.value()));
      }
    }
    for (Tree.Entry entry : mapping.entries()) {
      if (entry.merges()) {
        merge(entry.value(), object);
      }
    }
    return object;
  }

  /** What is there already is stronger, and of several the first. */
  private void merge(Tree from, ObjectNode into) throws UnreadableException {
    Tree written = from.written();
    if (written instanceof Tree.Sequence sequence) {
      enter(from);
      for (Tree item : sequence.items()) {
        merge(item, into);
      }
      depth--;
      return;
    }
    if (!(written instanceof Tree.Mapping)) {
      throw new UnreadableException(
          from.span().position(), "found a merge of no mapping; merge a mapping or a list of them");
    }
    for (Map.Entry<String, JsonNode> entry : json(from).properties()) {
      @Nullable JsonNode own = into.get(entry.getKey());
      if (own == null) {
        into.set(entry.getKey(), entry.getValue());
      }
    }
  }

  private static String key(Tree key) throws UnreadableException {
    if (!(key.written() instanceof Tree.Scalar scalar)) {
      if (key instanceof Tree.Mapping braces && braces.flow()) {
        throw new UnreadableException(key.span().position(), TreeReader.TEMPLATE);
      }
      throw new UnreadableException(
          key.span().position(), "found a key that is no text; write a single word");
    }
    boolean text =
        !scalar.plain()
            || Objects.equals(scalar.tag(), TAGS + "str")
            || PlainScalar.read(scalar.text()).filter(JsonNode::isTextual).isPresent();
    if (!text) {
      throw new UnreadableException(
          scalar.span().position(),
          "found %s as a key, allowed text; put it in quotes"
              .formatted(Excerpt.plain(scalar.text().isEmpty() ? "nothing" : scalar.text())));
    }
    return scalar.text();
  }
}
