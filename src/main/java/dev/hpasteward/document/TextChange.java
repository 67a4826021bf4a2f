package dev.hpasteward.document;

import java.util.Comparator;
import java.util.List;

/**
 * A piece of a text that is written anew.
 *
 * @param start where it begins, in chars
 * @param end where it ends; of an insertion as {@code start}
 * @param depth how deep the value stands: of two at one place, the deeper comes first
 * @param text what is there instead
 */
record TextChange(int start, int end, int depth, String text) {

  private static final Comparator<TextChange> ORDER =
      Comparator.comparingInt(TextChange::start)
          .thenComparing(TextChange::depth, Comparator.reverseOrder());

  /** The text with all of them made; all else stays as it is, to the byte. */
  static String apply(String text, List<TextChange> changes) {
    StringBuilder changed = new StringBuilder();
    int done = 0;
    for (TextChange change : changes.stream().sorted(ORDER).toList()) {
      changed.append(text, done, change.start).append(change.text);
      done = change.end;
    }
    return changed.append(text, done, text.length()).toString();
  }
}
