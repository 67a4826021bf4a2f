package dev.hpasteward.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.check.Verdict;
import dev.hpasteward.policy.Action;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.source.Mistake;
import dev.hpasteward.source.Position;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** SARIF 2.1.0, for code scanning: all rules, and each finding as a result. */
public final class SarifReport implements Report {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final String programVersion;

  public SarifReport(String programVersion) {
    this.programVersion = programVersion;
  }

  @Override
  public void write(Checked checked, Appendable out) throws IOException {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    root.put("version", "2.1.0");
    ObjectNode run = root.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "HPA Steward").put("semanticVersion", programVersion);
    ArrayNode rules = driver.putArray("rules");
    for (RuleId rule : RuleId.values()) {
      Action action = checked.policy().action(rule);
      ObjectNode entry = rules.addObject().put("id", rule.id());
      entry.putObject("shortDescription").put("text", RuleText.of(rule).what());
      entry.putObject("defaultConfiguration").put("level", word(Level.of(action)));
    }
    ArrayNode results = run.putArray("results");
    for (Verdict verdict : checked.verdicts()) {
      for (Verdict.Placed placed : verdict.findings()) {
        write(verdict, placed, results.addObject());
      }
      for (String remark : verdict.remarks()) {
        write(verdict, remark, results.addObject());
      }
    }
    invocation(checked, run);
    run.put("columnKind", "unicodeCodePoints");
    out.append(JSON.writeValueAsString(root)).append('\n');
  }

  /** What belongs to no finding: what admission corrects, and what exemptions come to. */
  private static void write(Verdict verdict, String remark, ObjectNode result) {
    result.put("level", word(Level.NOTE));
    result.putObject("message").put("text", remark);
    location(verdict, verdict.position(), "", result);
  }

  private static void write(Verdict verdict, Verdict.Placed placed, ObjectNode result) {
    var finding = placed.finding();
    result.put("ruleId", finding.rule().id()).put("level", word(Level.of(finding)));
    result.putObject("message").put("text", FindingText.whole(finding));
    location(verdict, placed.position(), " " + finding.path(), result);
    if (finding.exemption().isPresent()) {
      result.putArray("suppressions").addObject().put("kind", "inSource");
    }
  }

  /** Where in a file, and what of which object; the path begins with a blank, or is empty. */
  private static void location(Verdict verdict, Position position, String path, ObjectNode result) {
    ObjectNode location = result.putArray("locations").addObject();
    location(location, verdict.manifest().place().source(), position.line(), position.column());
    location
        .putArray("logicalLocations")
        .addObject()
        .put(
            "fullyQualifiedName",
            "%s %s/%s%s"
                .formatted(verdict.manifest().kind(), verdict.namespace(), verdict.name(), path));
  }

  private static void invocation(Checked checked, ObjectNode run) {
    ObjectNode invocation = run.putArray("invocations").addObject();
    invocation.put("executionSuccessful", checked.mistakes().isEmpty());
    if (checked.mistakes().isEmpty()) {
      return;
    }
    ArrayNode notifications = invocation.putArray("toolExecutionNotifications");
    for (Mistake mistake : checked.mistakes()) {
      ObjectNode notification = notifications.addObject().put("level", "error");
      notification.putObject("message").put("text", mistake.text());
      location(
          notification.putArray("locations").addObject(),
          mistake.source(),
          mistake.line(),
          mistake.column());
    }
  }

  private static void location(ObjectNode location, String file, int line, int column) {
    ObjectNode physical = location.putObject("physicalLocation");
    physical.putObject("artifactLocation").put("uri", uri(file));
    if (line > 0) {
      physical.putObject("region").put("startLine", line).put("startColumn", column);
    }
  }

  /** Each part of the path with all that is not plain as the bytes of its UTF-8. */
  private static String uri(String file) {
    return Stream.of(file.replace('\\', '/').split("/", -1))
        .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
        .collect(Collectors.joining("/"));
  }

  private static String word(Level level) {
    return level.name().toLowerCase(Locale.ROOT);
  }
}
