package dev.hpasteward.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** A document's bytes: from a file, and to text. */
final class PolicyBytes {

  /** A policy has a few kilobytes; a ConfigMap, where it usually lives, takes no more than this. */
  static final int LARGEST = 1024 * 1024;

  private PolicyBytes() {}

  static Optional<byte[]> ofFile(Path file, Mistakes mistakes) {
    try (InputStream in = Files.newInputStream(file)) {
      // One byte too many is enough to refuse it; devices and pipes have no size to ask for.
      return Optional.of(in.readNBytes(LARGEST + 1));
    } catch (IOException e) {
      mistakes.addToFile(reason(e));
      return Optional.empty();
    }
  }

  static Optional<String> decode(byte[] utf8, Mistakes mistakes) {
    if (utf8.length > LARGEST) {
      mistakes.addToFile(tooLarge());
      return Optional.empty();
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate(utf8.length);
    boolean malformed = decoder.decode(ByteBuffer.wrap(utf8), text, true).isError();
    String decoded = text.flip().toString();
    if (malformed) {
      mistakes.add(
          Position.in(decoded, decoded.length()),
          DocumentPath.ROOT,
          "found bytes that are not UTF-8; save the file as UTF-8");
      return Optional.empty();
    }
    return Optional.of(decoded);
  }

  static String tooLarge() {
    return "found more than 1 MiB, allowed 1 MiB; name the policy's file";
  }

  private static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "no such file; name a file that exists";
    }
    if (e instanceof AccessDeniedException) {
      return "this user may not read the file; allow it, or name another file";
    }
    String text = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    return "can't be read: " + Excerpt.sentence(text) + "; name a readable file";
  }
}
