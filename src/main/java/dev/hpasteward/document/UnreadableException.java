package dev.hpasteward.document;

import dev.hpasteward.source.Position;

/** A text is not what it should be; says where, what, and how to mend it. */
final class UnreadableException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Position position;

  UnreadableException(Position position, String message) {
    super(message);
    this.position = position;
  }

  Position position() {
    return position;
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
