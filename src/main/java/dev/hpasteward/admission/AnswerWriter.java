package dev.hpasteward.admission;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.message.Denial;
import dev.hpasteward.message.Warnings;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes the answering AdmissionReview. */
final class AnswerWriter {

  /** All of it in ASCII: a uid with half a character in it could not be echoed otherwise. */
  private static final ObjectMapper JSON =
      new ObjectMapper(JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build());

  private AnswerWriter() {}

  static byte[] write(String uid, Answer answer) {
    ObjectNode response = response(uid, answer instanceof Answer.Allowed);
    if (answer instanceof Answer.Allowed allowed) {
      if (!allowed.patch().isEmpty()) {
        response.put("patchType", "JSONPatch");
        response.put("patch", bytes(allowed.patch()));
      }
      warn(response, allowed.warnings());
    } else if (answer instanceof Answer.Denied denied) {
      deny(response, denied.denial());
      warn(response, denied.warnings());
    } else if (answer instanceof Answer.Unreadable unreadable) {
      status(response, 400, "BadRequest", unreadable.message());
    }
    return bytes(review(response));
  }

  /** An answer that goes with an HTTP error, so that the webhook's failurePolicy decides. */
  static byte[] error(String uid, int code, String reason, String message) {
    ObjectNode response = response(uid, false);
    status(response, code, reason, message);
    return bytes(review(response));
  }

  /**
   * An HTTP error's body of a request that nobody has read. Of such an answer the API server tells
   * its user the message, of an AdmissionReview it does not.
   */
  static byte[] unread(int code, String reason, String message) {
    ObjectNode failure = JsonNodeFactory.instance.objectNode();
    failure.put("apiVersion", "v1").put("kind", "Status");
    return bytes(failed(failure, code, reason, message));
  }

  private static ObjectNode response(String uid, boolean allowed) {
    ObjectNode response = JsonNodeFactory.instance.objectNode();
    response.put("uid", uid);
    response.put("allowed", allowed);
    return response;
  }

  /** Forbidden, not Invalid: of the latter kubectl shows the causes only, and the text is lost. */
  private static void deny(ObjectNode response, Denial denial) {
    ObjectNode status = status(response, 403, "Forbidden", denial.message());
    ArrayNode causes = status.putObject("details").putArray("causes");
    for (Denial.Cause cause : denial.causes()) {
      causes
          .addObject()
          .put("reason", "FieldValueInvalid")
          .put("message", cause.message())
          .put("field", cause.field());
    }
  }

  private static ObjectNode status(ObjectNode response, int code, String reason, String message) {
    return failed(response.putObject("status"), code, reason, message);
  }

  private static ObjectNode failed(ObjectNode status, int code, String reason, String message) {
    return status
        .put("status", "Failure")
        .put("message", message)
        .put("reason", reason)
        .put("code", code);
  }

  private static void warn(ObjectNode response, List<String> warnings) {
    if (!warnings.isEmpty()) {
      ArrayNode list = response.putArray("warnings");
      Warnings.limited(warnings).forEach(list::add);
    }
  }

  private static ObjectNode review(ObjectNode response) {
    ObjectNode review = JsonNodeFactory.instance.objectNode();
    review.put("apiVersion", "admission.k8s.io/v1");
    review.put("kind", "AdmissionReview");
    review.set("response", response);
    return review;
  }

  private static byte[] bytes(JsonNode tree) {
    try {
      return JSON.writeValueAsBytes(tree);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
