package dev.hpasteward.cluster.doctor;

/** No API server answers, so that nothing can be looked at; the message says which and why. */
public final class UnreachableException extends Exception {

  private static final long serialVersionUID = 1L;

  UnreachableException(String message) {
    super(message);
  }
}
