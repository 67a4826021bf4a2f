package dev.hpasteward.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The metrics of {@code docs/operations.md}, each with its labels. {@code EverythingIT} holds their
 * names to the running program.
 */
final class DocumentedMetrics {

  static final Path OPERATIONS = Path.of("docs", "operations.md");

  /** A row of a table, such as {@code | `name{label,other="value"}` |}. */
  private static final Pattern ROW =
      Pattern.compile("^\\| `(hpa_steward_[a-z_]+)(?:\\{([^}]*)\\})?`", Pattern.MULTILINE);

  /** What Prometheus makes of a summary or histogram. */
  private static final Pattern PART = Pattern.compile("_(bucket|count|sum)$");

  private final Map<String, Set<String>> labels = new TreeMap<>();

  DocumentedMetrics() {
    try {
      Matcher rows = ROW.matcher(Files.readString(OPERATIONS));
      while (rows.find()) {
        labels.put(rows.group(1), names(Optional.ofNullable(rows.group(2)).orElse("")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> names(String text) {
    Set<String> names = new TreeSet<>();
    for (String label : text.split(",", -1)) {
      names.add(label.replaceAll("=.*", "").strip());
    }
    names.remove("");
    return names;
  }

  /** Its labels; empty if there is no such metric. */
  Optional<Set<String>> labels(String metric) {
    return Optional.ofNullable(
        labels.getOrDefault(metric, labels.get(PART.matcher(metric).replaceFirst(""))));
  }
}
