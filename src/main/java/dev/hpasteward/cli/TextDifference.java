package dev.hpasteward.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The lines in which two versions of a text differ. Documents are compared one by one, since the
 * time of a comparison grows with the square of its differences.
 */
final class TextDifference {

  /** Lines around a change. */
  private static final int CONTEXT = 3;

  private static final String BETWEEN_DOCUMENTS = "---";
  private static final String NO_LAST_NEWLINE = "\n\\ No newline at end of file";

  private TextDifference() {}

  /** As {@code diff -u} shows it, so that {@code patch} and {@code git apply} take it. */
  static List<String> unified(String source, String before, String after) {
    List<String> lines = lines(before);
    String name = headed(source);
    return UnifiedDiffUtils.generateUnifiedDiff(
            name, name, lines, patch(documents(lines), documents(lines(after))), CONTEXT)
        .stream()
        .flatMap(line -> Stream.of(line.split("\n", -1)))
        .toList();
  }

  /** A name with a space ends in a tab, by which {@code patch} knows where it ends. */
  private static String headed(String source) {
    return source.indexOf(' ') < 0 ? source : source + "\t";
  }

  private static Patch<String> patch(List<List<String>> before, List<List<String>> after) {
    Patch<String> patch = new Patch<>();
    if (before.size() != after.size()) {
      throw new IllegalStateException("a rewritten text has as many documents as before");
    }
    int start = 0;
    int startAfter = 0;
    for (int i = 0; i < before.size(); i++) {
      for (AbstractDelta<String> delta : DiffUtils.diff(before.get(i), after.get(i)).getDeltas()) {
        patch.addDelta(
            delta.withChunks(
                moved(delta.getSource(), start), moved(delta.getTarget(), startAfter)));
      }
      start += before.get(i).size();
      startAfter += after.get(i).size();
    }
    return patch;
  }

  private static Chunk<String> moved(Chunk<String> chunk, int by) {
    return new Chunk<>(chunk.getPosition() + by, chunk.getLines());
  }

  /** Without the nothing after the last line feed; a last line without one says so. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    String last = lines.remove(lines.size() - 1);
    if (!last.isEmpty()) {
      lines.add(last + NO_LAST_NEWLINE);
    }
    return lines;
  }

  private static List<List<String>> documents(List<String> lines) {
    List<List<String>> documents = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= lines.size(); i++) {
      if (i == lines.size() || lines.get(i).startsWith(BETWEEN_DOCUMENTS)) {
        documents.add(lines.subList(start, i));
        start = i;
      }
    }
    return documents;
  }
}
