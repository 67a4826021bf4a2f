package dev.hpasteward.admission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the webhook said.
 *
 * @param status of HTTP
 * @param contentType empty where there is none
 * @param body as text
 */
record Reply(int status, String contentType, String body) {

  private static final ObjectMapper JSON = new ObjectMapper();

  JsonNode response() {
    return parsed(body).path("response");
  }

  String uid() {
    return response().path("uid").asText();
  }

  /** Only the word itself permits. */
  boolean allowed() {
    return response().path("allowed").isBoolean() && response().path("allowed").booleanValue();
  }

  String message() {
    return response().path("status").path("message").asText();
  }

  int code() {
    return response().path("status").path("code").asInt();
  }

  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    response().path("warnings").forEach(warning -> warnings.add(warning.asText()));
    return warnings;
  }

  /** The operations; empty where nothing is patched. */
  JsonNode patch() {
    if (!response().has("patch")) {
      return JSON.createArrayNode();
    }
    try {
      return JSON.readTree(response().path("patch").binaryValue());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode parsed(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no JSON: " + text, e);
    }
  }
}
