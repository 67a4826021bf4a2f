package dev.hpasteward.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.check.Verdict;
import dev.hpasteward.decision.Finding;
import dev.hpasteward.source.Mistake;
import dev.hpasteward.source.Position;
import java.io.IOException;
import java.util.Locale;

/** For programs: {@code docs/check.schema.json} says what stands where. */
public final class JsonReport implements Report {

  private static final int VERSION = 1;
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Override
  public void write(Checked checked, Appendable out) throws IOException {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("version", VERSION);
    root.putObject("policy")
        .put("name", checked.policy().name())
        .put("version", checked.policy().version());
    ObjectNode summary = root.putObject("summary");
    for (Verdict.Outcome outcome : Verdict.Outcome.values()) {
      summary.put(word(outcome), checked.count(outcome));
    }
    summary.put("unreadable", checked.mistakes().size());
    ObjectNode others = root.putObject("others");
    checked.result().others().forEach(others::put);
    ArrayNode objects = root.putArray("objects");
    checked.verdicts().forEach(verdict -> write(verdict, objects.addObject()));
    ArrayNode unreadable = root.putArray("unreadable");
    for (Mistake mistake : checked.mistakes()) {
      unreadable
          .addObject()
          .put("file", mistake.source())
          .put("line", mistake.line())
          .put("column", mistake.column())
          .put("message", mistake.text());
    }
    out.append(JSON.writeValueAsString(root)).append('\n');
  }

  private static void write(Verdict verdict, ObjectNode object) {
    object.put("file", verdict.manifest().place().source());
    place(verdict.position(), object);
    object
        .put("apiVersion", verdict.manifest().apiVersion())
        .put("kind", verdict.manifest().kind())
        .put("namespace", verdict.namespace())
        .put("name", verdict.name());
    verdict.serviceType().ifPresent(type -> object.put("serviceType", type));
    object.put("verdict", word(verdict.outcome()));
    if (!verdict.message().isEmpty()) {
      object.put("message", verdict.message());
    }
    ArrayNode warnings = object.putArray("warnings");
    verdict.warnings().forEach(warnings::add);
    ArrayNode findings = object.putArray("findings");
    verdict.findings().forEach(placed -> write(placed, findings.addObject()));
    ArrayNode changes = object.putArray("changes");
    verdict.corrected().stream()
        .flatMap(finding -> finding.correction().stream())
        .forEach(edit -> changes.add(edit.path().toString()));
    verdict.filledIn().forEach(edit -> changes.add(edit.path().toString()));
  }

  private static void write(Verdict.Placed placed, ObjectNode entry) {
    write(placed.finding(), entry);
    place(placed.position(), entry);
  }

  /** What a finding says, wherever it is about. */
  static void write(Finding finding, ObjectNode entry) {
    entry
        .put("rule", finding.rule().id())
        .put("action", word(finding.action()))
        .put("exempt", finding.exemption().isPresent())
        .put("path", finding.path().toString())
        .put("found", finding.found())
        .put("allowed", finding.allowed())
        .put("fix", finding.fix());
    finding.explanation().ifPresent(why -> entry.put("why", why));
  }

  /** Of an object in a cluster there is none. */
  private static void place(Position position, ObjectNode entry) {
    if (position.line() > 0) {
      entry.put("line", position.line()).put("column", position.column());
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
