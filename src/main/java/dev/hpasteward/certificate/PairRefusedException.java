package dev.hpasteward.certificate;

/** What was read makes no usable pair; the message says where, what is wrong and what helps. */
public final class PairRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  public PairRefusedException(String message) {
    super(message);
  }
}
