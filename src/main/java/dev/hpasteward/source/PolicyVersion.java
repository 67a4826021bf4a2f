package dev.hpasteward.source;

import dev.hpasteward.policy.Digest;

/** Names a document's content: the first 12 hexadecimal digits of the SHA-256 of its bytes. */
final class PolicyVersion {

  private static final int DIGITS = 12;

  private PolicyVersion() {}

  static String of(byte[] document) {
    return Digest.of(document, DIGITS);
  }
}
