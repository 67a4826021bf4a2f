package dev.hpasteward.certificate;

/** The two files make no usable pair; the message says which file, what is wrong and what helps. */
final class PairRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  PairRefusedException(String message) {
    super(message);
  }
}
