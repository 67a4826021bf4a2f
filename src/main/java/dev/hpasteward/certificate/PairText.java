package dev.hpasteward.certificate;

/**
 * A certificate and its key as text, not yet understood. Equal texts need no second look.
 *
 * @param certificates PEM, as in {@code tls.crt}
 * @param key PEM, as in {@code tls.key}
 */
public record PairText(String certificates, String key) {

  /** Hides the private key from logs. */
  @Override
  public String toString() {
    return "PairText[%d and %d characters]".formatted(certificates.length(), key.length());
  }
}
