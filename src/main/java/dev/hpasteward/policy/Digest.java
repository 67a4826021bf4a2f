package dev.hpasteward.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names content by itself: the same content has the same digest in every process. */
public final class Digest {

  private Digest() {}

  /** The first hexadecimal digits of the SHA-256 of these bytes, 64 at most. */
  public static String of(byte[] content, int digits) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest).substring(0, digits);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  /** The same of a text in UTF-8. */
  public static String of(String text, int digits) {
    return of(text.getBytes(StandardCharsets.UTF_8), digits);
  }
}
