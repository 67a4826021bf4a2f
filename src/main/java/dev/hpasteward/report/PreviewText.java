package dev.hpasteward.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hpasteward.check.Preview;
import dev.hpasteward.check.Verdict;
import dev.hpasteward.decision.Finding;
import dev.hpasteward.message.Sentence;
import dev.hpasteward.model.Excerpt;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** For people: what another policy would change, namespace by namespace, and the sums of it. */
public final class PreviewText {

  private static final String INDENT = "      ";

  private final TextReport.Colours colours;

  public PreviewText(TextReport.Colours colours) {
    this.colours = colours;
  }

  /** Writes it. */
  public void write(Preview preview, Appendable out) throws IOException {
    Map<String, List<Preview.Entry>> byNamespace =
        preview.entries().stream()
            .collect(
                Collectors.groupingBy(
                    entry -> entry.object().namespace(), LinkedHashMap::new, Collectors.toList()));
    for (Map.Entry<String, List<Preview.Entry>> namespace : byNamespace.entrySet()) {
      out.append(colours.title("namespace " + Excerpt.plain(namespace.getKey()))).append('\n');
      for (Preview.Entry entry : namespace.getValue()) {
        write(entry, out);
      }
      out.append('\n');
    }
    out.append(sums(preview)).append('\n');
  }

  private void write(Preview.Entry entry, Appendable out) throws IOException {
    Verdict object = entry.object();
    out.append("  ")
        .append(object.manifest().kind())
        .append(' ')
        .append(Excerpt.plain(object.name()))
        .append(object.serviceType().map(type -> " (" + type + ")").orElse(""))
        .append('\n');
    switch (entry.fate()) {
      case GENERATED -> line(generated(object), out);
      case REMOVED ->
          line(colours.warning("removed: it was generated, and is not wanted any more"), out);
      case KEPT, REWRITTEN -> {
        Verdict.Outcome before = entry.now().orElseThrow().outcome();
        if (before != object.outcome()) {
          line(word(before) + " now, would be " + word(object.outcome()), out);
        }
      }
    }
    for (Finding finding : entry.news()) {
      line(Level.of(finding).word(colours) + " " + Sentence.of(finding), out);
    }
    for (Preview.Rewrite rewrite : entry.rewrites()) {
      line(
          "rewritten: %s: %s -> %s"
              .formatted(
                  rewrite.path(), Excerpt.plain(rewrite.from()), Excerpt.plain(rewrite.to())),
          out);
    }
    if (entry.move().isPresent()) {
      line(
          colours.warning(
              "replicas: could go from %d to %d"
                  .formatted(entry.move().get().from(), entry.move().get().to())),
          out);
    }
  }

  private static String generated(Verdict object) {
    JsonNode spec = object.manifest().object().path("spec");
    return "generated for Deployment %s: %d to %d replicas"
        .formatted(
            Excerpt.plain(spec.path("scaleTargetRef").path("name").asText()),
            spec.path("minReplicas").asInt(1),
            spec.path("maxReplicas").asInt());
  }

  private static void line(String text, Appendable out) throws IOException {
    out.append(INDENT).append(text).append('\n');
  }

  private static String word(Verdict.Outcome outcome) {
    return switch (outcome) {
      case DENIED -> "refused";
      case WARNED -> "warned about";
      case ALLOWED -> "fine";
      case UNGOVERNED -> "nobody's business";
    };
  }

  private static String sums(Preview preview) {
    PreviewSums sums = PreviewSums.of(preview);
    return """
        HPAs generated: %d, rewritten: %d, removed: %d; replicas that could move: %d; \
        objects newly refused: %d, no longer refused: %d, unchanged: %d"""
        .formatted(
            sums.generated(),
            sums.rewritten(),
            sums.removed(),
            sums.moved(),
            sums.newlyRefused(),
            sums.noLongerRefused(),
            preview.unchanged());
  }
}
