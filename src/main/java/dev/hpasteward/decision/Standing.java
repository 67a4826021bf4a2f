package dev.hpasteward.decision;

/** How a violation stands to the object as it was. */
public enum Standing {
  /** The write brings it, or makes it worse. */
  BROUGHT,
  /** It was there before, and is no worse now. */
  INHERITED
}
