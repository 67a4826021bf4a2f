package dev.hpasteward.cli;

/** What a person gave us can't be used; the message says what, where and how to mend it. */
final class UnusableInput extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String text;

  UnusableInput(String message) {
    super(message);
    this.text = message;
  }

  String text() {
    return text;
  }
}
