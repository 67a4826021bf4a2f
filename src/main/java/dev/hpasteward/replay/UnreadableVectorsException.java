package dev.hpasteward.replay;

import java.nio.file.Path;

/** Files that can't be replayed: where, what is wrong, and how to mend it. */
public final class UnreadableVectorsException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String text;

  private UnreadableVectorsException(String text) {
    super(text);
    this.text = text;
  }

  /** All of a file or folder. */
  static UnreadableVectorsException of(Path path, String why) {
    return new UnreadableVectorsException(path + ": " + why);
  }

  /** One line, counted from 1. */
  static UnreadableVectorsException of(Path file, long line, String why) {
    return new UnreadableVectorsException(file + ": line " + line + ": " + why);
  }

  /** For people. */
  public String text() {
    return text;
  }
}
