package dev.hpasteward.policy;

import java.util.function.Predicate;

/**
 * What the reason of an exemption must look like. Reasons come from anybody, so whoever makes one
 * answers for the time that its form takes.
 */
public final class ReasonPattern {

  private final String text;
  private final Predicate<String> form;

  /**
   * A pattern.
   *
   * @param text as the policy writes it; patterns of one text are equal
   * @param form whether all of a reason matches, in time proportional to its length
   */
  public ReasonPattern(String text, Predicate<String> form) {
    this.text = text;
    this.form = form;
  }

  /** Whether all of the reason matches. */
  public boolean matches(String reason) {
    return form.test(reason);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ReasonPattern pattern && text.equals(pattern.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The pattern as the policy writes it. */
  @Override
  public String toString() {
    return text;
  }
}
