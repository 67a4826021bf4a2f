package dev.hpasteward.document;

import dev.hpasteward.source.Position;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Says whether bytes are text, without a second copy of fifty megabytes. */
final class Utf8 {

  private static final int CHUNK = 8192;

  private Utf8() {}

  /**
   * Reads all of it.
   *
   * @throws NotUtf8Exception if it is no UTF-8
   */
  static void check(byte[] bytes) throws NotUtf8Exception {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(CHUNK);
    CoderResult result;
    do {
      out.clear();
      result = decoder.decode(in, out, true);
      if (result.isError()) {
        throw new NotUtf8Exception(position(bytes, in.position()));
      }
    } while (result.isOverflow());
  }

  /** Of the byte at this place; all before it are text. */
  private static Position position(byte[] bytes, int place) {
    String before = new String(bytes, 0, place, StandardCharsets.UTF_8);
    int line = 1 + (int) before.chars().filter(letter -> letter == '\n').count();
    String last = before.substring(before.lastIndexOf('\n') + 1);
    return new Position(line, 1 + last.codePointCount(0, last.length()));
  }
}
