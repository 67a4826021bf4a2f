package dev.hpasteward.source;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a document says at one place, or what holds because it says nothing.
 *
 * @param value what holds
 * @param path where it would stand
 * @param written the value in the document; empty where {@code value} is a default
 * @param sound whether {@code value} is meant; if not, it only stands in for a mistake
 */
record Setting<T>(T value, DocumentPath path, Optional<Value> written, boolean sound) {

  /** The value of a setting that may be left out. */
  static OptionalInt whole(Optional<Setting<Integer>> setting) {
    return setting.map(found -> OptionalInt.of(found.value())).orElse(OptionalInt.empty());
  }

  /** The value for messages. */
  String shown() {
    return written.map(Value::found).orElseGet(() -> value + " (the default)");
  }
}
