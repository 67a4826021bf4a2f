package dev.hpasteward.cluster.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;

/**
 * What the API server said to one request.
 *
 * @param code the HTTP status; 0 if there was no answer
 * @param body its JSON; missing if it was none
 * @param warnings the texts of its Warning headers
 * @param failure why there was no answer; empty if there was one
 */
record Answer(int code, JsonNode body, List<String> warnings, String failure) {

  Answer {
    warnings = List.copyOf(warnings);
  }

  static Answer none(String failure) {
    return new Answer(0, MissingNode.getInstance(), List.of(), failure);
  }

  boolean succeeded() {
    return code >= 200 && code < 300;
  }

  boolean missing() {
    return code == 404;
  }

  /** Permissions keep the user from it; a webhook that refuses has the same status. */
  boolean notPermitted() {
    return code == 401 || (code == 403 && reason().contains(" cannot "));
  }

  /** Why it did not succeed, in one line. */
  String reason() {
    if (!failure.isEmpty()) {
      return failure;
    }
    String message = body.path("message").asText("");
    return message.isBlank() ? "HTTP " + code : message.lines().findFirst().orElse(message);
  }
}
