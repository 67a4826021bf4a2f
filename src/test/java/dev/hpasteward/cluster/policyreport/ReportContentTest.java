package dev.hpasteward.cluster.policyreport;

import static dev.hpasteward.cluster.policyreport.MediaNamespace.content;
import static dev.hpasteward.cluster.policyreport.MediaNamespace.exempt;
import static dev.hpasteward.cluster.policyreport.MediaNamespace.late;
import static dev.hpasteward.cluster.policyreport.MediaNamespace.sfu;
import static dev.hpasteward.cluster.policyreport.MediaNamespace.surveyed;
import static dev.hpasteward.cluster.survey.SeenCluster.POLICY;
import static dev.hpasteward.model.Metrics.cpu;
import static dev.hpasteward.model.Metrics.memory;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hpasteward.cluster.survey.SeenCluster;
import dev.hpasteward.model.Metadata;
import dev.hpasteward.model.OwnerReference;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.Workloads;
import dev.hpasteward.policy.Action;
import dev.hpasteward.policy.Mode;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.policy.StrategyPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportContentTest {

  @Test
  void aResultSaysWhatWhereWhyAndWhatToDo() {
    ReportContent content =
        content(
            Mode.AUDIT,
            POLICY,
            sfu("a"),
            late("x", "a")
                .metadata(
                    new Metadata(
                        "media",
                        "x",
                        Map.of(),
                        Map.of(),
                        Optional.of("u-1"),
                        Optional.empty(),
                        List.<OwnerReference>of()))
                .build());

    assertThat(content.summary().toString())
        .isEqualTo("{\"pass\":30,\"fail\":1,\"warn\":0,\"error\":0,\"skip\":0}");
    assertThat(content.results()).hasSize(1);
    assertThat(content.results().get(0).toPrettyString())
        .isEqualTo(
            """
            {
              "source" : "hpa-steward",
              "policy" : "default",
              "rule" : "cpu-target",
              "category" : "Autoscaling",
              "severity" : "high",
              "result" : "fail",
              "scored" : true,
              "message" : "HPA x: cpu-target: spec.metrics[0].resource.target.averageUtilization: found 80, allowed 36 to 60\\n  fix: set it to 60; 80 is also what Kubernetes fills in if no metric is listed",
              "resources" : [ {
                "apiVersion" : "apps/v1",
                "kind" : "Deployment",
                "namespace" : "media",
                "name" : "a"
              }, {
                "apiVersion" : "autoscaling/v2",
                "kind" : "HorizontalPodAutoscaler",
                "namespace" : "media",
                "name" : "x",
                "uid" : "u-1"
              } ],
              "properties" : {
                "policy-version" : "0123456789ab",
                "mode" : "audit",
                "action" : "audit",
                "service-type" : "sfu"
              }
            }"""
                .replace("\n", System.lineSeparator()));
  }

  /** Mode, action of the rule in the policy, and whether an exemption excuses it. */
  @ParameterizedTest
  @CsvSource({
    "ENFORCE, DENY,  false, fail true high deny",
    "ENFORCE, WARN,  false, warn false medium warn",
    "ENFORCE, AUDIT, false, warn false low audit",
    "WARN,    DENY,  false, warn false high warn",
    "WARN,    WARN,  false, warn false medium warn",
    "AUDIT,   DENY,  false, fail true high audit",
    "AUDIT,   WARN,  false, warn false medium audit",
    "AUDIT,   AUDIT, false, warn false low audit",
    "ENFORCE, DENY,  true,  skip false high warn",
    "AUDIT,   DENY,  true,  skip false high audit",
  })
  void aResultIsOfTheKindThatToolsExpect(
      Mode mode, Action action, boolean exempt, String expected) {
    ScalingPolicy policy = StrategyPolicy.withActions(POLICY, Map.of(RuleId.CPU_TARGET, action));
    var autoscaler = late("x", "a");

    JsonNode result =
        content(
                mode,
                policy,
                sfu("a"),
                (exempt ? exempt(autoscaler, "2026-12-24") : autoscaler).build())
            .results()
            .get(0);

    assertThat(
            String.join(
                " ",
                result.path("result").asText(),
                result.path("scored").asText(),
                result.path("severity").asText(),
                result.path("properties").path("action").asText()))
        .isEqualTo(expected);
  }

  @Test
  void anExemptionIsToldWithoutCountingItsDays() {
    ReportContent content =
        content(Mode.ENFORCE, POLICY, sfu("a"), exempt(late("x", "a"), "2026-12-24").build());

    assertThat(content.summary().toString())
        .isEqualTo("{\"pass\":30,\"fail\":0,\"warn\":0,\"error\":0,\"skip\":1}");
    assertThat(content.results().get(0).path("message").asText())
        .isEqualTo(
            "HPA x: cpu-target: spec.metrics[0].resource.target.averageUtilization: found 80,"
                + " allowed 36 to 60, exempt until 2026-12-24: load test");
  }

  @Test
  void twoAutoscalersThatBreakARuleAreOneResultOfTheirWorkload() {
    ReportContent content =
        content(Mode.ENFORCE, POLICY, sfu("a"), late("x", "a").build(), late("y", "a").build());

    assertThat(content.results()).hasSize(2);
    JsonNode result = content.results().get(0);
    assertThat(result.path("rule").asText()).isEqualTo("cpu-target");
    assertThat(result.path("message").asText().lines())
        .containsExactly(
            "HPA x: cpu-target: spec.metrics[0].resource.target.averageUtilization: found 80,"
                + " allowed 36 to 60",
            "  fix: set it to 60; 80 is also what Kubernetes fills in if no metric is listed",
            "HPA y: cpu-target: spec.metrics[0].resource.target.averageUtilization: found 80,"
                + " allowed 36 to 60",
            "  fix: set it to 60; 80 is also what Kubernetes fills in if no metric is listed");
    assertThat(result.path("resources").findValuesAsText("name")).containsExactly("a", "x", "y");
  }

  @Test
  void ofManyFindingsOfOneRuleSomeAreToldAndTheOthersCounted() {
    ReportContent content =
        content(
            Mode.ENFORCE,
            POLICY,
            sfu("a"),
            late("x", "a")
                .metrics(cpu(80), cpu(81), cpu(82), cpu(83), cpu(84), cpu(85), cpu(86), memory(70))
                .build());

    assertThat(content.results().get(0).path("message").asText().lines())
        .hasSize(11)
        .last()
        .isEqualTo("and 2 more");
  }

  @Test
  void whatFailsComesFirst() {
    SeenCluster cluster =
        new SeenCluster()
            .with(sfu("a"), sfu("b"), Workloads.scaled(sfu("c"), 3, true))
            .with(exempt(late("x", "a"), "2026-12-24").build(), late("y", "b").build());

    assertThat(
            ReportContent.of(surveyed(cluster, Mode.ENFORCE, POLICY), POLICY)
                .results()
                .findValuesAsText("result"))
        .containsExactly("fail", "skip");
  }

  @Test
  void whatHasNoKnownServiceTypePassesNoRule() {
    ReportContent content =
        content(
            Mode.ENFORCE, POLICY, Workloads.named("a", Map.of(StewardKeys.SERVICE_TYPE, "sfuu")));

    assertThat(content.summary().toString())
        .isEqualTo("{\"pass\":0,\"fail\":1,\"warn\":0,\"error\":0,\"skip\":0}");
    assertThat(content.results().get(0).path("properties").has("service-type")).isFalse();
  }

  @Test
  void aReportListsAThousandResultsAndCountsTheRest() {
    SeenCluster cluster = new SeenCluster();
    for (int i = 0; i < 1_005; i++) {
      cluster.with(sfu("w" + i)).with(late("w" + i, "w" + i).build());
    }

    ReportContent content = ReportContent.of(surveyed(cluster, Mode.ENFORCE, POLICY), POLICY);

    assertThat(content.summary().path("fail").asInt()).isEqualTo(1_005);
    assertThat(content.results()).hasSize(1_001);
    assertThat(content.results().get(1_000).path("message").asText())
        .isEqualTo(
            "and 5 more results, which are in the summary and not listed here: a report has room"
                + " for 1000");
  }

  @Test
  void aReportOfLongNamesStaysBelowWhatTheApiServerTakes() {
    SeenCluster cluster = new SeenCluster();
    String long250 = "n".repeat(245);
    for (int i = 0; i < 1_005; i++) {
      cluster.with(sfu(long250 + i)).with(late(long250 + i, long250 + i).build());
    }

    ReportContent content = ReportContent.of(surveyed(cluster, Mode.ENFORCE, POLICY), POLICY);

    assertThat(content.results().toString()).hasSizeBetween(600_000, 710_000);
    int listed = content.results().size() - 1;
    assertThat(content.results().get(listed).path("message").asText())
        .startsWith("and " + (1_005 - listed) + " more results");
  }
}
