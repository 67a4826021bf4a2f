package dev.hpasteward.cluster.policyreport;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hpasteward.model.StewardKeys;

/**
 * What is kept of an object that has the name of our reports.
 *
 * @param namespace where it is
 * @param uid tells it from others of its name
 * @param resourceVersion which of its versions that is
 * @param ours whether we wrote it, by its managed-by label
 * @param digest of what we wrote; empty if it does not say
 */
record StoredReport(
    String namespace, String uid, String resourceVersion, boolean ours, String digest) {

  /** From an object's metadata. */
  static StoredReport of(JsonNode metadata) {
    return new StoredReport(
        metadata.path("namespace").asText(),
        metadata.path("uid").asText(),
        metadata.path("resourceVersion").asText(),
        metadata.path("labels").path(StewardKeys.MANAGED_BY).asText().equals(StewardKeys.STEWARD),
        metadata.path("annotations").path(ReportDocument.DIGEST).asText());
  }
}
