package dev.hpasteward.report;

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
                    entry -> entry.now().namespace(), LinkedHashMap::new, Collectors.toList()));
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
    Verdict then = entry.then();
    out.append("  ")
        .append(then.manifest().kind())
        .append(' ')
        .append(Excerpt.plain(then.name()))
        .append(then.serviceType().map(type -> " (" + type + ")").orElse(""))
        .append('\n');
    if (entry.now().outcome() != then.outcome()) {
      line(word(entry.now().outcome()) + " now, would be " + word(then.outcome()), out);
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
    long refused = 0;
    long mended = 0;
    long rewritten = 0;
    long moved = 0;
    for (Preview.Entry entry : preview.entries()) {
      boolean before = entry.now().outcome() == Verdict.Outcome.DENIED;
      boolean after = entry.then().outcome() == Verdict.Outcome.DENIED;
      refused += after && !before ? 1 : 0;
      mended += before && !after ? 1 : 0;
      rewritten += entry.rewrites().isEmpty() ? 0 : 1;
      moved += entry.move().isPresent() ? 1 : 0;
    }
    return "HPAs rewritten: %d, replicas that could move: %d, objects newly refused: %d, no longer refused: %d, unchanged: %d"
        .formatted(rewritten, moved, refused, mended, preview.unchanged());
  }
}
