package dev.hpasteward.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.replay.Difference;
import dev.hpasteward.replay.Outcome;
import dev.hpasteward.replay.Tally;
import java.io.PrintWriter;
import java.util.Map;

/** What a replay of recorded runs came to, for people and for programs. */
final class ReplayedVectors {

  private static final String ROW = "%-34s %7s %7s";
  private static final String WIDE_ROW = ROW + "   %7s %7s";

  private final Outcome outcome;

  ReplayedVectors(Outcome outcome) {
    this.outcome = outcome;
  }

  void writeText(Palette palette, PrintWriter out) {
    if (!outcome.calls().isEmpty()) {
      out.println(palette.title(ROW.formatted("calls of the calculator", "agree", "of")));
      outcome.calls().forEach((method, tally) -> out.println(row(palette, method, tally)));
      out.println(row(palette, "all", Tally.sum(outcome.calls().values())));
    }
    if (!outcome.traces().isEmpty()) {
      out.println(palette.title(WIDE_ROW.formatted("traces", "agree", "of", "syncs", "of")));
      outcome
          .traces()
          .forEach(
              (family, traces) ->
                  writeTraces(
                      palette,
                      family,
                      traces,
                      outcome.syncs().getOrDefault(family, Tally.NONE),
                      out));
      writeTraces(
          palette,
          "all",
          Tally.sum(outcome.traces().values()),
          Tally.sum(outcome.syncs().values()),
          out);
    }
    writeApart(palette, out);
    if (!outcome.differences().isEmpty()) {
      out.println(palette.title("first differences"));
      outcome.differences().forEach(difference -> out.println("  " + text(difference)));
    }
  }

  private static void writeTraces(
      Palette palette, String family, Tally traces, Tally syncs, PrintWriter out) {
    String row =
        WIDE_ROW.formatted(family, traces.agreed(), traces.all(), syncs.agreed(), syncs.all());
    out.println(syncs.isWhole() ? row : palette.bad(row));
  }

  private void writeApart(Palette palette, PrintWriter out) {
    if (outcome.open().all() > 0) {
      out.println(
          palette.faint(
              "apart: of %d values that depend on the processor, %d agree"
                  .formatted(outcome.open().all(), outcome.open().agreed())));
    }
    outcome
        .optional()
        .forEach(
            (family, tally) ->
                out.println(
                    palette.faint(
                        "apart: of %d syncs of %s, an alpha feature, %d agree"
                            .formatted(tally.all(), family, tally.agreed()))));
  }

  private static String row(Palette palette, String name, Tally tally) {
    String row = ROW.formatted(name, tally.agreed(), tally.all());
    return tally.isWhole() ? row : palette.bad(row);
  }

  private static String text(Difference difference) {
    return "%s: line %d (%s): %s: expected %s, got %s"
        .formatted(
            difference.file(),
            difference.line(),
            difference.what(),
            difference.field(),
            difference.expected(),
            difference.got());
  }

  void writeJson(PrintWriter out) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("agrees", outcome.agrees());
    json.set("calls", json(outcome.calls()));
    json.set("traces", json(outcome.traces()));
    json.set("syncs", json(outcome.syncs()));
    json.set("optionalSyncs", json(outcome.optional()));
    json.set("implementationDefined", json(outcome.open()));
    ArrayNode differences = json.putArray("differences");
    for (Difference difference : outcome.differences()) {
      differences
          .addObject()
          .put("file", difference.file().toString())
          .put("line", difference.line())
          .put("what", difference.what())
          .put("field", difference.field())
          .put("expected", difference.expected())
          .put("got", difference.got());
    }
    out.println(json.toPrettyString());
  }

  private static ObjectNode json(Map<String, Tally> tallies) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    tallies.forEach((name, tally) -> json.set(name, json(tally)));
    return json;
  }

  private static ObjectNode json(Tally tally) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("agree", tally.agreed())
        .put("of", tally.all());
  }
}
