package dev.hpasteward.source;

/** Two numbers of a document of which one must not be above the other. */
record Order<T extends Comparable<? super T>>(Setting<T> lower, Setting<T> upper) {

  /** A mistake at {@code lower} if it is above {@code upper}. */
  void lowerIsAtMostUpper() {
    check(0, true, "at most", "at least");
  }

  /** A mistake at {@code upper} if it is below {@code lower}. */
  void upperIsAtLeastLower() {
    check(0, false, "at most", "at least");
  }

  /** A mistake at {@code lower} unless it is below {@code upper}. */
  void lowerIsBelowUpper() {
    check(-1, true, "below", "above");
  }

  /** A mistake at {@code upper} unless it is above {@code lower}. */
  void upperIsAboveLower() {
    check(-1, false, "below", "above");
  }

  private void check(int most, boolean lowerIsWrong, String under, String over) {
    boolean holds = lower.value().compareTo(upper.value()) <= most;
    if (holds || !lower.sound() || !upper.sound()) {
      return;
    }
    // Nobody can be told to correct a number that isn't there.
    boolean atLower = lowerIsWrong ? lower.written().isPresent() : upper.written().isEmpty();
    if (atLower) {
      report(lower, under, upper, "lower it", "raise");
    } else {
      report(upper, over, lower, "raise it", "lower");
    }
  }

  private void report(
      Setting<T> wrong, String relation, Setting<T> other, String fix, String otherFix) {
    String name = other.path().seenFrom(wrong.path());
    wrong
        .written()
        .ifPresent(
            value ->
                value.mistake(
                    "found "
                        + wrong.shown()
                        + ", allowed "
                        + relation
                        + " "
                        + name
                        + ", which is "
                        + other.shown()
                        + "; "
                        + fix
                        + " or "
                        + otherFix
                        + " "
                        + name));
  }
}
