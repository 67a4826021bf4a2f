package dev.hpasteward.manifest;

/** An object whose fields are not of the types that its kind has. */
public final class MalformedObject extends Exception {

  private static final long serialVersionUID = 1L;

  private final String text;

  MalformedObject(String path, String found, String wanted) {
    super(path + ": found " + found + ", must be " + wanted);
    this.text = path + ": found " + found + ", must be " + wanted;
  }

  /** Where, what is there, and what must be there. */
  public String text() {
    return text;
  }
}
