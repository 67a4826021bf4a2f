package dev.hpasteward.simulation.controller;

/** A text that is no label selector. */
final class MalformedSelectorException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String text;

  MalformedSelectorException(String text) {
    super(text, null, false, false);
    this.text = text;
  }

  String text() {
    return text;
  }
}
