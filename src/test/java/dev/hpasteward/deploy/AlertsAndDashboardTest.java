package dev.hpasteward.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Alerts and dashboard name what is there; promtool runs the alerts in {@link MetricRulesIT}. */
class AlertsAndDashboardTest {

  private static final Path METRICS = Path.of("deploy", "metrics");
  private static final Path TRIALS =
      Path.of("src", "test", "resources", "dev", "hpasteward", "deploy", "alerts.test.yaml");

  private final DocumentedMetrics documented = new DocumentedMetrics();
  private final JsonNode dashboard =
      new ObjectMapper().readTree(METRICS.resolve("dashboard.json").toFile());
  private final List<JsonNode> alerts = new ArrayList<>();

  AlertsAndDashboardTest() throws IOException {
    new YAMLMapper()
        .readTree(METRICS.resolve("alerts.yaml").toFile())
        .at("/spec/groups/0/rules")
        .forEach(alerts::add);
  }

  @Test
  void alertsNameMetricsAndLabelsOfTheProgram() {
    assertThat(alerts).isNotEmpty();
    assertThat(
            alerts.stream()
                .map(a -> new Expression(a.path("alert").asText(), a.path("expr").asText(), ""))
                .flatMap(expression -> expression.mistakes(documented).stream()))
        .isEmpty();
  }

  @Test
  void panelsNameMetricsAndLabelsOfTheProgram() {
    assertThat(dashboard.path("panels").size()).isGreaterThan(15);
    List<Expression> expressions = new ArrayList<>();
    for (JsonNode panel : dashboard.path("panels")) {
      for (JsonNode target : panel.path("targets")) {
        expressions.add(
            new Expression(
                panel.path("title").asText(),
                target.path("expr").asText(),
                target.path("legendFormat").asText()));
      }
    }

    assertThat(expressions.stream().flatMap(one -> one.mistakes(documented).stream())).isEmpty();
  }

  @Test
  void everyPanelTakesItsDataFromTheChosenSourceAndExplainsItself() {
    Set<Integer> ids = new HashSet<>();
    for (JsonNode panel : dashboard.path("panels")) {
      assertThat(panel.findValuesAsText("uid")).isNotEmpty().containsOnly("${datasource}");
      assertThat(panel.path("description").asText()).isNotEmpty();
      assertThat(ids.add(panel.path("id").asInt())).isTrue();
    }
    assertThat(dashboard.at("/templating/list").findValuesAsText("name"))
        .containsExactly("datasource", "namespace");
  }

  @Test
  void everyAlertExplainsItselfAndPointsToAHeading() throws IOException {
    Set<String> headings = new HashSet<>();
    try (Stream<String> lines = Files.lines(DocumentedMetrics.OPERATIONS)) {
      lines
          .filter(line -> line.startsWith("#"))
          .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
          .map(heading -> heading.replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
          .forEach(headings::add);
    }
    for (JsonNode alert : alerts) {
      JsonNode annotations = alert.path("annotations");
      assertThat(annotations.path("summary").asText()).isNotEmpty();
      assertThat(annotations.path("description").asText()).isNotEmpty();
      assertThat(alert.at("/labels/severity").asText()).isIn("critical", "warning", "info");
      String[] runbook = annotations.path("runbook_url").asText().split("#", 2);
      assertThat(runbook[0]).isEqualTo("docs/operations.md");
      assertThat(headings).contains(runbook[1]);
    }
  }

  @Test
  void everyAlertIsTriedBeforeAndWhenItFires() throws IOException {
    Set<String> tried = new HashSet<>();
    for (JsonNode test : new YAMLMapper().readTree(TRIALS.toFile()).path("tests")) {
      Set<String> quiet = new HashSet<>();
      for (JsonNode trial : test.path("alert_rule_test")) {
        String name = trial.path("alertname").asText();
        if (trial.path("exp_alerts").isEmpty()) {
          quiet.add(name);
        } else if (quiet.contains(name)) {
          tried.add(name);
        }
      }
    }

    assertThat(tried)
        .containsExactlyInAnyOrderElementsOf(
            alerts.stream().map(alert -> alert.path("alert").asText()).toList());
  }

  @Test
  void everyAlertIsDocumented() throws IOException {
    String operations = Files.readString(DocumentedMetrics.OPERATIONS);
    for (JsonNode alert : alerts) {
      assertThat(operations).contains("| `" + alert.path("alert").asText() + "` |");
    }
  }

  @Test
  void aNameOrLabelThatIsNotThereIsFound() {
    assertThat(
            new Expression("x", "sum by (b) (hpa_steward_x{rule=\"a\"})", "").mistakes(documented))
        .containsExactly(
            "x: hpa_steward_x has no label rule",
            "x: none of its metrics has a label b",
            "x: there is no metric hpa_steward_x");
    assertThat(new Expression("x", "hpa_steward_leader{rule=\"a\"}", "{{y}}").mistakes(documented))
        .containsExactly(
            "x: hpa_steward_leader has no label rule", "x: none of its metrics has a label y");
  }
}
