package dev.hpasteward.admission;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/**
 * Writes one line of printable ASCII, whatever is in it: line breaks of all alphabets, terminal
 * escapes and deletions stand as JSON's escapes of four hexadecimal digits.
 */
final class AuditJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              new JsonFactoryBuilder()
                  .characterEscapes(new Deletions())
                  .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                  .build())
          .build();

  private AuditJson() {}

  static String write(JsonNode line) {
    try {
      return MAPPER.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }

  /** DEL is ASCII, and JSON would let it pass. */
  private static final class Deletions extends CharacterEscapes {

    private static final long serialVersionUID = 1L;
    private static final int DEL = 127;

    private final int[] escapes = standardAsciiEscapesForJSON();

    private Deletions() {
      escapes[DEL] = ESCAPE_STANDARD;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return escapes.clone();
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
      return null;
    }
  }
}
