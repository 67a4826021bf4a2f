package dev.hpasteward.replay;

/** A line that is no vector; whoever reads the file knows where it stands. */
final class MalformedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String text;

  MalformedException(String text) {
    super(text, null, false, false);
    this.text = text;
  }

  String text() {
    return text;
  }
}
