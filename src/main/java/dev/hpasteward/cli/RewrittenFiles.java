package dev.hpasteward.cli;

import dev.hpasteward.document.Manifest.Place;
import dev.hpasteward.document.ManifestText;
import dev.hpasteward.document.Rewriting;
import dev.hpasteward.document.Wanted;
import dev.hpasteward.source.Mistake;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Texts whose objects are to say something else: shown as a difference, or written. */
final class RewrittenFiles {

  private final Map<ManifestText, Rewriting.Result> results = new LinkedHashMap<>();

  private RewrittenFiles() {}

  static RewrittenFiles of(Map<ManifestText, Map<Place, Wanted>> wanted) {
    RewrittenFiles files = new RewrittenFiles();
    wanted.forEach((text, changes) -> files.results.put(text, Rewriting.of(text, changes)));
    return files;
  }

  /** What could not be changed. */
  List<Mistake> refused() {
    return results.values().stream().flatMap(result -> result.refused().stream()).toList();
  }

  int objects() {
    return results.values().stream().mapToInt(result -> result.changed().size()).sum();
  }

  /** How many texts are another now. */
  int texts() {
    return (int)
        results.entrySet().stream()
            .filter(entry -> !entry.getValue().text().equals(entry.getKey().text()))
            .count();
  }

  /** The text as it should be. */
  ManifestText text(ManifestText before) {
    Rewriting.Result result = results.get(before);
    return result == null ? before : before.withText(result.text());
  }

  /** As {@code diff -u} shows it. */
  void showDifferences(Palette palette, PrintWriter out) {
    results.forEach(
        (text, result) ->
            TextDifference.unified(text.source(), text.text(), result.text())
                .forEach(line -> out.println(coloured(line, palette))));
  }

  private static String coloured(String line, Palette palette) {
    if (line.startsWith("---") || line.startsWith("+++")) {
      return palette.title(line);
    }
    if (line.startsWith("@@")) {
      return palette.faint(line);
    }
    if (line.startsWith("-")) {
      return palette.bad(line);
    }
    return line.startsWith("+") ? palette.good(line) : line;
  }

  /**
   * Writes what has changed into its file: all of it or nothing. What can't be written is told, and
   * stays as it was.
   */
  List<Mistake> write(GivenManifests given) {
    List<Mistake> mistakes = new ArrayList<>();
    for (ManifestText before : List.copyOf(results.keySet())) {
      Optional<Path> file = given.file(before);
      String text = text(before).text();
      if (file.isPresent() && !text.equals(before.text())) {
        try {
          replace(file.get().toRealPath(), text);
        } catch (IOException e) {
          results.remove(before);
          mistakes.add(
              new Mistake(
                  before.source(), 0, 0, "", "can't be written: " + GivenManifests.reason(e)));
        }
      }
    }
    return mistakes;
  }

  private static void replace(Path file, String text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path written = Files.createTempFile(folder, ".hpa-steward", ".tmp");
    try {
      Files.write(written, text.getBytes(StandardCharsets.UTF_8));
      FileAccess.of(file).giveTo(written);
      Files.move(
          written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(written);
    }
  }
}
