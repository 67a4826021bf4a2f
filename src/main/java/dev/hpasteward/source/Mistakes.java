package dev.hpasteward.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the mistakes of one document. */
final class Mistakes {

  private final String source;
  private final List<Mistake> found = new ArrayList<>();

  Mistakes(String source) {
    this.source = source;
  }

  void add(Position position, DocumentPath path, String text) {
    found.add(new Mistake(source, position.line(), position.column(), path.toString(), text));
  }

  /** Adds a mistake that is about the whole file. */
  void addToFile(String text) {
    add(new Position(0, 0), DocumentPath.ROOT, text);
  }

  int count() {
    return found.size();
  }

  /** From the top of the document to its end. */
  List<Mistake> inOrder() {
    return found.stream()
        .sorted(Comparator.comparingInt(Mistake::line).thenComparingInt(Mistake::column))
        .toList();
  }
}
