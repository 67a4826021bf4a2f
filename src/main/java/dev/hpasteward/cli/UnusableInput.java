package dev.hpasteward.cli;

/** What a person gave us can't be used; the message says what, where and how to mend it. */
final class UnusableInput extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnusableInput(String message) {
    super(message);
  }
}
