package dev.hpasteward.manifest;

import dev.hpasteward.model.FieldPath;

/** An object whose fields are not of the types that its kind has. */
public final class MalformedObject extends Exception {

  private static final long serialVersionUID = 1L;

  private final String text;
  private final transient FieldPath path;

  MalformedObject(FieldPath path, String found, String wanted) {
    super(place(path) + ": found " + found + ", must be " + wanted);
    this.text = place(path) + ": found " + found + ", must be " + wanted;
    this.path = path;
  }

  private static String place(FieldPath path) {
    return path.elements().isEmpty() ? "the object" : path.toString();
  }

  /** Where. */
  public FieldPath path() {
    return path;
  }

  /** Where, what is there, and what must be there. */
  public String text() {
    return text;
  }
}
