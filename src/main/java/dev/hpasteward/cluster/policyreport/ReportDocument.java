package dev.hpasteward.cluster.policyreport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.policy.Digest;
import java.time.Instant;
import java.util.Optional;

/**
 * A report as an object of the API server.
 *
 * @param content what it says, without timestamps
 * @param digest tells contents apart; kept on the object, so that an unchanged one is not written
 *     again, by us or by who comes after us
 */
record ReportDocument(ReportContent content, String digest) {

  /** Of every report of ours. */
  static final String NAME = "hpa-steward";

  /** Annotation with the digest. */
  static final String DIGEST = "hpa-steward.dev/content-digest";

  private static final int DIGEST_DIGITS = 32;

  static ReportDocument of(ReportContent content) {
    String text = content.summary().toString() + content.results();
    return new ReportDocument(content, Digest.of(text, DIGEST_DIGITS));
  }

  /**
   * The whole object.
   *
   * @param version the resourceVersion that it replaces; empty for a new one
   * @param now the time of every result
   */
  String json(ReportKind kind, String namespace, Optional<String> version, Instant now) {
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    report.put("apiVersion", kind.apiVersion()).put("kind", kind.kind());
    ObjectNode metadata = report.putObject("metadata");
    metadata.put("name", NAME).put("namespace", namespace);
    metadata.putObject("labels").put(StewardKeys.MANAGED_BY, StewardKeys.STEWARD);
    metadata.putObject("annotations").put(DIGEST, digest);
    version.ifPresent(known -> metadata.put("resourceVersion", known));
    if (kind == ReportKind.REPORT) {
      report.put("source", ReportContent.SOURCE);
    }
    report.set("summary", content.summary());
    var results = report.putArray("results");
    for (JsonNode result : content.results()) {
      ObjectNode timed = result.deepCopy();
      timed.putObject("timestamp").put("seconds", now.getEpochSecond()).put("nanos", 0);
      results.add(timed);
    }
    return report.toString();
  }
}
