package dev.hpasteward.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.check.Preview;
import dev.hpasteward.check.Verdict;
import dev.hpasteward.policy.ScalingPolicy;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * For programs: what another policy would change. {@code docs/preview.schema.json} says what stands
 * where.
 */
public final class PreviewJson {

  private static final int VERSION = 1;
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private PreviewJson() {}

  /**
   * Writes it.
   *
   * @param now the policy that holds
   * @param then the other one
   */
  public static void write(Preview preview, ScalingPolicy now, ScalingPolicy then, Appendable out)
      throws IOException {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("version", VERSION);
    policy(now, root.putObject("now"));
    policy(then, root.putObject("then"));
    PreviewSums sums = PreviewSums.of(preview);
    root.putObject("summary")
        .put("generated", sums.generated())
        .put("rewritten", sums.rewritten())
        .put("removed", sums.removed())
        .put("moved", sums.moved())
        .put("newlyRefused", sums.newlyRefused())
        .put("noLongerRefused", sums.noLongerRefused())
        .put("unchanged", preview.unchanged())
        .put("unreadable", preview.then().mistakes().size());
    ArrayNode objects = root.putArray("objects");
    preview.entries().forEach(entry -> write(entry, objects.addObject()));
    ArrayNode unreadable = root.putArray("unreadable");
    preview.then().mistakes().forEach(mistake -> unreadable.add(mistake.text()));
    out.append(JSON.writeValueAsString(root)).append('\n');
  }

  private static void policy(ScalingPolicy policy, ObjectNode entry) {
    entry.put("name", policy.name()).put("version", policy.version());
  }

  private static void write(Preview.Entry entry, ObjectNode object) {
    Verdict known = entry.object();
    object
        .put("kind", known.manifest().kind())
        .put("namespace", known.namespace())
        .put("name", known.name());
    known.serviceType().ifPresent(type -> object.put("serviceType", type));
    object.put("fate", entry.fate().name().toLowerCase(Locale.ROOT));
    outcome("now", entry.now(), object);
    outcome("then", entry.then(), object);
    ArrayNode findings = object.putArray("newFindings");
    entry.news().forEach(finding -> JsonReport.write(finding, findings.addObject()));
    ArrayNode rewrites = object.putArray("rewrites");
    for (Preview.Rewrite rewrite : entry.rewrites()) {
      rewrites
          .addObject()
          .put("path", rewrite.path())
          .put("from", rewrite.from())
          .put("to", rewrite.to());
    }
    entry
        .move()
        .ifPresent(
            move -> object.putObject("replicas").put("from", move.from()).put("to", move.to()));
  }

  private static void outcome(String field, Optional<Verdict> verdict, ObjectNode object) {
    verdict.ifPresent(known -> object.put(field, known.outcome().name().toLowerCase(Locale.ROOT)));
  }
}
