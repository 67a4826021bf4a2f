package dev.hpasteward.model;

/** Quantities that are known to be well written. */
public final class Quantities {
  private Quantities() {}

  public static Quantity of(String text) {
    return Quantity.parse(text).orElseThrow();
  }
}
