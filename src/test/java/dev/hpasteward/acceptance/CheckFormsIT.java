package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.hpasteward.controlplane.ProgramProcess;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

/** What {@code check} prints for programs is what they expect, whatever is in the manifests. */
class CheckFormsIT {

  /** Refused, warned about, exempt, unreadable, and with a name that means something elsewhere. */
  private static final String ALL =
      Manifests.deployment("egress", "livekit-egress").replace("cpu: 500m, ", "")
          + Manifests.autoscaler("egress", "egress", 80)
          + Manifests.autoscaler(
              "exempt",
              """
              , annotations: {hpa-steward.dev/exempt: cpu-target, hpa-steward.dev/exempt-reason:
              "<a & 'b'> ::error:: | %0A", hpa-steward.dev/exempt-until: "{until}"}""",
              "sfu",
              Manifests.cpuMetric(90))
          + Manifests.deployment("sfu", "sfu")
          + "{apiVersion: v1, kind: Service, metadata: {name: x}}\n---\n"
          + Manifests.autoscaler("a|b<c>&d", "sfu", 95)
          + "kind: nothing\n---\n*a\n";

  @TempDir private Path folder;

  CheckFormsIT() {}

  private String printed(String form, String text) throws IOException {
    Path file = Files.writeString(folder.resolve("all & more.yaml"), text);
    ProgramProcess program = ProgramProcess.start("check", "--output=" + form, file.toString());
    program.exitCode();
    return program.output();
  }

  private static String all() {
    return ALL.replace(
        "{until}", java.time.LocalDate.now(java.time.ZoneOffset.UTC).plusDays(5).toString());
  }

  private static List<Error> errors(String schema, String json) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(schema)
        .validate(json, InputFormat.JSON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "sarif", "junit", "github", "markdown"})
  void eachFormTellsWhatWouldBeCorrected(String form) throws IOException {
    Path policy =
        Files.writeString(
            folder.resolve("policy.yaml"),
            """
            apiVersion: hpa-steward.dev/v1
            kind: ScalingPolicy
            metadata: {name: corrects}
            spec:
              corrections: Rewrite
              serviceTypes: {sip: {resources: {cpu: {scaleUpAt: 50, scaleDownAt: 30}}}}
            """);
    Path file =
        Files.writeString(
            folder.resolve("high.yaml"),
            Manifests.deployment("sip", "sip") + Manifests.autoscaler("sip", "sip", 80));

    ProgramProcess program =
        ProgramProcess.start(
            "check",
            "--policy=" + policy,
            "--warnings-as-errors",
            "--output=" + form,
            file.toString());

    assertThat(program.exitCode()).as(program.output()).isOne();
    assertThat(program.output().replace("\\-", "-"))
        .contains("cpu-target: corrected ")
        .contains("from 80 to 50");
    if (form.equals("junit")) {
      assertThat(program.output()).contains("failures=\"1\"", "type=\"warned\"");
    }
  }

  @Test
  void noFormHandsOnWhatATerminalWouldObey() throws IOException {
    String markdown =
        printed(
            "markdown",
            Manifests.deployment("sfu", "sfu") + Manifests.autoscaler("\"\\e[31mred\"", "sfu", 95));

    assertThat(markdown).contains("red").doesNotContain("\u001b");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void sarifKeepsToThePublishedSchema(boolean full) throws IOException {
    String sarif = printed("sarif", full ? all() : "");

    try (InputStream schema = getClass().getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      String text =
          new String(Objects.requireNonNull(schema).readAllBytes(), StandardCharsets.UTF_8);
      assertThat(errors(text, sarif)).isEmpty();
      assertThat(errors(text, sarif.replace("\"ruleId\"", "\"rule\"")).isEmpty()).isEqualTo(!full);
    }
    if (full) {
      assertThat(sarif).contains("\"uri\" : \"" + folder.resolve("all%20%26%20more.yaml"));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void jsonKeepsToTheDocumentedSchema(boolean full) throws IOException {
    String json = printed("json", full ? all() : "");

    String schema = Files.readString(Path.of("docs/check.schema.json"));
    assertThat(errors(schema, json)).isEmpty();
    assertThat(errors(schema, json.replace("\"objects\"", "\"object\""))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void junitKeepsToThePublishedSchema(boolean full)
      throws IOException, InterruptedException, SAXException {
    String xml = printed("junit", full ? all() : "");

    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(JunitSchema.file().toFile())
        .newValidator()
        .validate(new StreamSource(new StringReader(xml)));
  }

  @Test
  void annotationsAndTablesStayWhole() throws IOException {
    assertThat(printed("github", all()).lines())
        .allMatch(line -> line.matches("::(error|warning|notice) file=[^:]+::.*|\\d+ objects .*"));
    assertThat(printed("markdown", all()).lines().filter(line -> line.startsWith("|")))
        .allMatch(line -> line.replace("\\|", "").chars().filter(c -> c == '|').count() == 8);
  }
}
