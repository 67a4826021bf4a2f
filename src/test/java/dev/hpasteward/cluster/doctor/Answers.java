package dev.hpasteward.cluster.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** Answers of an API server as tests write them. */
final class Answers {

  private Answers() {}

  /** With single quotes for double ones. */
  static JsonNode json(String text) {
    return raw(text.replace('\'', '"'));
  }

  /** As it is. */
  static JsonNode raw(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  static Answer ok(String text) {
    return new Answer(200, json(text), List.of(), "");
  }

  static Answer refused(int code, String message) {
    JsonNode body = new ObjectMapper().createObjectNode().put("message", message);
    return new Answer(code, body, List.of(), "");
  }

  static Answer warned(String... warnings) {
    return new Answer(201, json("{}"), List.of(warnings), "");
  }
}
