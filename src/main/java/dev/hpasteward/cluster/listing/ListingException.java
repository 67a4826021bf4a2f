package dev.hpasteward.cluster.listing;

/** A cluster could not be read; the message says what and why. */
public final class ListingException extends Exception {

  private static final long serialVersionUID = 1L;

  ListingException(String message) {
    super(message);
  }

  public String text() {
    return String.valueOf(getMessage());
  }
}
