package dev.hpasteward.cluster.policyreport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportDocumentTest {

  private static final Instant NOW = Instant.ofEpochSecond(1_795_521_600);

  private final ReportDocument document = document("one");

  @Test
  void aPolicyReportIsOursAndSaysWhichContentItHas() {
    assertThat(document.json(ReportKind.POLICY_REPORT, "media", Optional.empty(), NOW))
        .isEqualTo(
            "{\"apiVersion\":\"wgpolicyk8s.io/v1alpha2\",\"kind\":\"PolicyReport\","
                + "\"metadata\":{\"name\":\"hpa-steward\",\"namespace\":\"media\","
                + "\"labels\":{\"app.kubernetes.io/managed-by\":\"hpa-steward\"},"
                + "\"annotations\":{\"hpa-steward.dev/content-digest\":\""
                + document.digest()
                + "\"}},\"summary\":{\"fail\":1},"
                + "\"results\":[{\"rule\":\"one\",\"timestamp\":{\"seconds\":1795521600,\"nanos\":0}}]}");
  }

  @Test
  void aReportOfOpenReportsNamesItsSourceAndCarriesTheVersionThatItReplaces() {
    assertThat(document.json(ReportKind.REPORT, "media", Optional.of("7"), NOW))
        .startsWith("{\"apiVersion\":\"openreports.io/v1alpha1\",\"kind\":\"Report\",")
        .contains("},\"resourceVersion\":\"7\"},\"source\":\"hpa-steward\",\"summary\":");
  }

  @Test
  void theTimeMakesNoOtherContent() {
    document.json(ReportKind.REPORT, "media", Optional.empty(), NOW);

    assertThat(document("one").digest()).isEqualTo(document.digest()).hasSize(32);
    assertThat(document("two").digest()).isNotEqualTo(document.digest());
  }

  private static ReportDocument document(String rule) {
    return ReportDocument.of(
        new ReportContent(
            JsonNodeFactory.instance.objectNode().put("fail", 1),
            JsonNodeFactory.instance
                .arrayNode()
                .add(JsonNodeFactory.instance.objectNode().put("rule", rule))));
  }
}
