package dev.hpasteward.source;

import dev.hpasteward.policy.NearestName;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Tag;

/** One of a few words; case matters. */
record Word<T>(Map<String, T> meanings) implements Kind<T> {

  /** The names of an enum's values, written as Kubernetes writes them: {@code Deny}. */
  static <E extends Enum<E>> Word<E> of(Class<E> type) {
    return new Word<>(
        Arrays.stream(type.getEnumConstants())
            .collect(
                Collectors.toMap(
                    Word::written, Function.identity(), (one, other) -> one, LinkedHashMap::new)));
  }

  /** One of these names. */
  static Word<String> oneOf(Collection<String> names) {
    return new Word<>(
        names.stream()
            .collect(
                Collectors.toMap(
                    Function.identity(),
                    Function.identity(),
                    (one, other) -> one,
                    LinkedHashMap::new)));
  }

  /** The only word allowed. */
  static Word<String> only(String word) {
    return new Word<>(Map.of(word, word));
  }

  @Override
  public Optional<T> read(Value value) {
    // Off without quotes is one of our words, and a boolean to YAML.
    Optional<T> meaning =
        value
            .text()
            .or(() -> value.unquoted(Tag.BOOL))
            .flatMap(text -> Optional.ofNullable(meanings.get(text)));
    if (meaning.isEmpty()) {
      value.reject(String.join(", ", meanings.keySet()), fix(value));
    }
    return meaning;
  }

  @Override
  public T standIn() {
    return meanings.values().iterator().next();
  }

  private String fix(Value value) {
    if (meanings.size() == 1) {
      return "write that";
    }
    return value
        .letters()
        .flatMap(letters -> NearestName.of(letters, meanings.keySet()))
        .map(nearest -> "write " + nearest)
        .orElse("write one of these");
  }

  static String written(Enum<?> constant) {
    return Arrays.stream(constant.name().split("_", -1))
        .map(part -> part.charAt(0) + part.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }
}
