package dev.hpasteward.source;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names a document's content: the first 12 hexadecimal digits of the SHA-256 of its bytes. */
final class PolicyVersion {

  private static final int DIGITS = 12;

  private PolicyVersion() {}

  static String of(byte[] document) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(document);
      return HexFormat.of().formatHex(hash).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
