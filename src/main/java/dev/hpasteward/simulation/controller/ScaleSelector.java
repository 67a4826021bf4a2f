package dev.hpasteward.simulation.controller;

import org.jspecify.annotations.Nullable;

/**
 * The pods of a scale, as a text such as {@code app=worker}. It is checked once, when it is made.
 */
public final class ScaleSelector {

  private final String text;
  private final @Nullable String mistake;

  private ScaleSelector(String text, @Nullable String mistake) {
    this.text = text;
    this.mistake = mistake;
  }

  /**
   * The selector of this text; an empty one selects nothing, and is a mistake to the controller.
   */
  public static ScaleSelector of(String text) {
    try {
      SelectorParser.check(text);
      return new ScaleSelector(text, null);
    } catch (MalformedSelectorException e) {
      return new ScaleSelector(text, e.text());
    }
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /** What is wrong with it, in the words of apimachinery; null if nothing is. */
  @Nullable String mistake() {
    return mistake;
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
