package dev.hpasteward.certificate;

/**
 * What the two files hold, not yet understood. Equal texts need no second look.
 *
 * @param certificates the content of {@code tls.crt}
 * @param key the content of {@code tls.key}
 */
record PairText(String certificates, String key) {

  /** Hides the private key from logs. */
  @Override
  public String toString() {
    return "PairText[%d and %d characters]".formatted(certificates.length(), key.length());
  }
}
