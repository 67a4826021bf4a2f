package dev.hpasteward.source;

import dev.hpasteward.policy.NearestName;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

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

  /** The only word allowed. */
  static Word<String> only(String word) {
    return new Word<>(Map.of(word, word));
  }

  @Override
  public Optional<T> read(Value value) {
    Optional<T> meaning = value.text().flatMap(text -> Optional.ofNullable(meanings.get(text)));
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

  private static String written(Enum<?> constant) {
    String name = constant.name();
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }
}
