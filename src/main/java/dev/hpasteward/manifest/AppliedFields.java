package dev.hpasteward.manifest;

import com.fasterxml.jackson.databind.JsonNode;

/** Who wrote an object, as the API server recorded it. */
final class AppliedFields {

  private AppliedFields() {}

  /** Whether this manager applies fields of the object's spec. */
  static boolean applied(JsonNode object, String manager) {
    for (JsonNode entry : object.path("metadata").path("managedFields")) {
      if (entry.path("manager").asText().equals(manager)
          && entry.path("operation").asText().equals("Apply")
          && entry.path("subresource").asText().isEmpty()
          && entry.path("fieldsV1").has("f:spec")) {
        return true;
      }
    }
    return false;
  }
}
