package dev.hpasteward.admission;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.hpasteward.model.Excerpt;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a JSON text, in words for people. Jackson's own words quote the text as it is
 * and name Java classes.
 */
final class JsonMistake {

  private static final String TWICE = "Duplicate field '";
  private static final String TWICE_END = "' for ";

  private JsonMistake() {}

  static String describe(JsonProcessingException e, int deepest) {
    return what(e, deepest) + where(e.getLocation());
  }

  private static String what(JsonProcessingException e, int deepest) {
    String message = e.getOriginalMessage();
    if (message.startsWith(TWICE)) {
      int end = message.lastIndexOf(TWICE_END);
      String key = message.substring(TWICE.length(), end < 0 ? message.length() : end);
      return "the key " + Excerpt.quoted(key) + " stands twice in one object";
    }
    if (message.startsWith("Trailing token")) {
      return "something follows the AdmissionReview";
    }
    if (e instanceof StreamConstraintsException) {
      return message.contains("nesting depth")
          ? "it is nested deeper than " + deepest + " levels"
          : "a number, a key or a text is too long";
    }
    return e instanceof JsonEOFException ? "it ends too early" : "it is malformed";
  }

  private static String where(@Nullable JsonLocation location) {
    return location == null
        ? ""
        : " at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
  }
}
