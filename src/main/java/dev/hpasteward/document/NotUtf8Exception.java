package dev.hpasteward.document;

import dev.hpasteward.source.Position;
import java.nio.charset.CharacterCodingException;

/** Bytes are no text in UTF-8; says where they cease to be. */
public final class NotUtf8Exception extends CharacterCodingException {

  private static final long serialVersionUID = 1L;

  private final transient Position position;

  NotUtf8Exception(Position position) {
    this.position = position;
  }

  /** The line and column of the first byte that is none. */
  public Position position() {
    return position;
  }

  @Override
  public String getMessage() {
    return "found bytes that are not UTF-8; save the file as UTF-8";
  }
}
