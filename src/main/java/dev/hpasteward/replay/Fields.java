package dev.hpasteward.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object of a line, whose fields are read by name; what is null is not there. */
final class Fields {

  /** Times have at most so many decimals. */
  private static final int NANO = 9;

  private final JsonNode node;
  private final String place;

  /**
   * An object.
   *
   * @param node what was written
   * @param place where it stands in its line; empty for the line itself
   */
  Fields(JsonNode node, String place) {
    if (!node.isObject()) {
      throw new MalformedException((place.isEmpty() ? "it" : place) + " must be an object");
    }
    this.node = node;
    this.place = place;
  }

  JsonNode node() {
    return node;
  }

  boolean has(String name) {
    return node.hasNonNull(name);
  }

  private String path(String name) {
    return place.isEmpty() ? name : place + "." + name;
  }

  private JsonNode required(String name, String what) {
    JsonNode value = node.path(name);
    if (value.isMissingNode() || value.isNull()) {
      throw new MalformedException(path(name) + " is missing; it must be " + what);
    }
    return value;
  }

  MalformedException mistake(String name, String what) {
    return new MalformedException(
        "%s must be %s, not %s".formatted(path(name), what, Shortened.text(node.path(name))));
  }

  Fields object(String name) {
    return new Fields(required(name, "an object"), path(name));
  }

  /** Null where there is none. */
  @Nullable Fields objectOrNull(String name) {
    return has(name) ? object(name) : null;
  }

  /** Empty where there is none. */
  List<Fields> objects(String name) {
    List<Fields> objects = new ArrayList<>();
    int index = 0;
    for (JsonNode element : list(name)) {
      objects.add(new Fields(element, path(name) + "[" + index++ + "]"));
    }
    return objects;
  }

  /** Empty where there is none. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : list(name)) {
      if (!element.isTextual()) {
        throw mistake(name, "a list of texts");
      }
      texts.add(element.textValue());
    }
    return texts;
  }

  /** Empty where there is none. */
  List<Long> integers(String name) {
    List<Long> integers = new ArrayList<>();
    for (JsonNode element : list(name)) {
      if (!element.canConvertToLong() || !element.isIntegralNumber()) {
        throw mistake(name, "a list of whole numbers of 64 bits");
      }
      integers.add(element.longValue());
    }
    return integers;
  }

  private Iterable<JsonNode> list(String name) {
    JsonNode value = node.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return List.of();
    }
    if (!value.isArray()) {
      throw mistake(name, "a list");
    }
    return value;
  }

  String text(String name) {
    JsonNode value = required(name, "a text");
    if (!value.isTextual()) {
      throw mistake(name, "a text");
    }
    return value.textValue();
  }

  /** Null where there is none. */
  @Nullable String textOrNull(String name) {
    return has(name) ? text(name) : null;
  }

  long integer(String name) {
    JsonNode value = required(name, "a whole number");
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw mistake(name, "a whole number of 64 bits");
    }
    return value.longValue();
  }

  int count(String name) {
    JsonNode value = required(name, "a whole number");
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw mistake(name, "a whole number of 32 bits");
    }
    return value.intValue();
  }

  double number(String name) {
    JsonNode value = required(name, "a number");
    if (!value.isNumber()) {
      throw mistake(name, "a number");
    }
    return value.doubleValue();
  }

  /** False where there is none. */
  boolean flag(String name) {
    if (!has(name)) {
      return false;
    }
    JsonNode value = node.path(name);
    if (!value.isBoolean()) {
      throw mistake(name, "true or false");
    }
    return value.booleanValue();
  }

  /** Seconds as nanoseconds, exactly. */
  long time(String name) {
    JsonNode value = required(name, "a number of seconds");
    if (!value.isNumber()) {
      throw mistake(name, "a number of seconds");
    }
    BigDecimal seconds = value.decimalValue();
    try {
      return seconds.movePointRight(NANO).longValueExact();
    } catch (ArithmeticException e) {
      throw mistake(name, "a number of seconds with at most nine decimals, of 64 bits as nanos");
    }
  }

  /** The same; {@code otherwise} where there is none. */
  long timeOr(String name, long otherwise) {
    return has(name) ? time(name) : otherwise;
  }
}
