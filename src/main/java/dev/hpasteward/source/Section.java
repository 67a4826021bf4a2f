package dev.hpasteward.source;

import dev.hpasteward.policy.NearestName;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A mapping with known keys. */
final class Section {

  /** The mapping; empty where the document leaves it out. */
  private final Optional<Value> holder;

  private final DocumentPath path;
  private final Map<String, Value> values = new LinkedHashMap<>();

  /** Keys that are missing because of a mistake that is already recorded. */
  private final Set<String> misspelled = new HashSet<>();

  private final boolean mapping;

  private Section(Optional<Value> holder, DocumentPath path, boolean mapping) {
    this.holder = holder;
    this.path = path;
    this.mapping = mapping;
  }

  /** Reads the mapping; unknown and repeated keys are mistakes. */
  static Section of(Value value, String... keys) {
    Optional<List<Entry>> entries = value.entries();
    Section section = new Section(Optional.of(value), value.path(), entries.isPresent());
    List<String> known = List.of(keys);
    entries.orElse(List.of()).forEach(entry -> section.add(entry, known));
    return section;
  }

  /** The mapping under this key; where there is none, everything in it is left out. */
  Section section(String key, String... keys) {
    return value(key)
        .map(value -> of(value, keys))
        .orElseGet(() -> new Section(Optional.empty(), path.key(key), !isBroken(key)));
  }

  /** What stands under this key. */
  Optional<Value> value(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** Whether the mapping is there, and none of these keys is, well or badly spelled. */
  boolean lacks(String... keys) {
    return Stream.of(keys).noneMatch(key -> values.containsKey(key) || isBroken(key));
  }

  /** What must stand under this key of a mapping that is there. */
  Optional<Value> requiredValue(String key) {
    if (lacks(key)) {
      holder.ifPresent(
          value ->
              value.mistakes().add(value.holder(), path.key(key), "missing; add the key " + key));
    }
    return value(key);
  }

  <T> Setting<T> required(String key, Kind<T> kind) {
    return requiredValue(key)
        .map(value -> read(value, kind))
        .orElseGet(() -> new Setting<>(kind.standIn(), path.key(key), Optional.empty(), false));
  }

  <T> Setting<T> orDefault(String key, Kind<T> kind, T otherwise) {
    return value(key)
        .map(value -> read(value, kind))
        .orElseGet(() -> new Setting<>(otherwise, path.key(key), Optional.empty(), !isBroken(key)));
  }

  <T> Optional<Setting<T>> ifSet(String key, Kind<T> kind) {
    return value(key).map(value -> read(value, kind));
  }

  private static <T> Setting<T> read(Value value, Kind<T> kind) {
    Optional<T> read = kind.read(value);
    return new Setting<>(
        read.orElseGet(kind::standIn), value.path(), Optional.of(value), read.isPresent());
  }

  private boolean isBroken(String key) {
    return !mapping || misspelled.contains(key);
  }

  private void add(Entry entry, List<String> known) {
    if (known.contains(entry.name())) {
      values.put(entry.name(), entry.value());
      return;
    }
    Optional<String> nearest = NearestName.of(entry.name(), known);
    nearest.ifPresent(misspelled::add);
    entry
        .key()
        .mistake(
            "unknown key, allowed "
                + String.join(", ", known)
                + "; "
                + nearest.map(name -> "write " + name).orElse("remove it"));
  }
}
