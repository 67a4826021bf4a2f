package dev.hpasteward.source;

import dev.hpasteward.policy.ServiceTypePolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code serviceTypes}: at least one, by name. */
final class ServiceTypesReader {
  private ServiceTypesReader() {}

  static Map<String, ServiceTypePolicy> read(Value value) {
    Map<String, ServiceTypePolicy> types = new LinkedHashMap<>();
    TypeSelectors selectors = new TypeSelectors();
    Optional<List<Entry>> entries = value.entries();
    for (Entry entry : entries.orElse(List.of())) {
      Name.LABEL_VALUE.read(entry.key());
      types.put(entry.name(), ServiceTypeReader.read(entry, selectors));
    }
    if (entries.isPresent() && types.isEmpty()) {
      value.mistake("found no service type, allowed one or more; add one");
    }
    return types;
  }
}
