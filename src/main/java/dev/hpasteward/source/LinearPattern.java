package dev.hpasteward.source;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.hpasteward.policy.ReasonPattern;
import java.util.Optional;

/**
 * A regular expression of RE2's syntax, which has nothing that takes more than linear time: no
 * lookaround, no backreferences. It meets texts that anybody may write.
 */
record LinearPattern() implements Kind<ReasonPattern> {

  static final int LONGEST = 200;

  /** How many steps RE2 may make of it: each may cost a step for each character of a reason. */
  private static final int LARGEST = 1000;

  /** Compiled, these take a few megabytes for a moment. */
  private static final int LARGEST_BEFORE_COMPILING = 100_000;

  private static final java.util.regex.Pattern COUNT =
      java.util.regex.Pattern.compile("\\{([0-9]{1,9}),?([0-9]{0,9})\\}");

  @Override
  public Optional<ReasonPattern> read(Value value) {
    Optional<String> text =
        value.text().filter(letters -> !letters.isEmpty() && letters.length() <= LONGEST);
    if (text.isEmpty()) {
      value.reject(
          "a regular expression, at most " + LONGEST + " characters",
          "put it in quotes, or shorten it");
    }
    return text.flatMap(letters -> compile(letters, value));
  }

  @Override
  public ReasonPattern standIn() {
    return new ReasonPattern("", reason -> true);
  }

  private static Optional<ReasonPattern> compile(String text, Value value) {
    if (repetitions(text) > LARGEST_BEFORE_COMPILING) {
      tooLarge(value);
      return Optional.empty();
    }
    try {
      Pattern pattern = Pattern.compile(text);
      if (pattern.programSize() > LARGEST) {
        tooLarge(value);
        return Optional.empty();
      }
      return Optional.of(new ReasonPattern(text, pattern::matches));
    } catch (PatternSyntaxException e) {
      value.reject(
          "a regular expression of RE2, without lookaround and backreferences",
          "correct it: " + Excerpt.sentence(e.getDescription()));
      return Optional.empty();
    }
  }

  /** What counted repetitions multiply to if each is inside the other. */
  private static long repetitions(String text) {
    return COUNT
        .matcher(text)
        .results()
        .mapToLong(count -> Long.parseLong(count.group(count.group(2).isEmpty() ? 1 : 2)))
        .reduce(1, (one, other) -> Math.min(one * Math.max(1, other), Integer.MAX_VALUE));
  }

  private static void tooLarge(Value value) {
    value.mistake(
        "found too many repetitions, allowed "
            + LARGEST
            + " steps once {n,m} are written out; write smaller numbers in braces");
  }
}
