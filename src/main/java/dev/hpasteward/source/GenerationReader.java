package dev.hpasteward.source;

import dev.hpasteward.policy.Generation;
import java.util.Optional;
import java.util.Set;

/** Reads {@code generation}: how HPAs are generated. */
final class GenerationReader {

  static final WholeNumber DELAY = new WholeNumber(0, 3600, "seconds");
  static final WholeNumber WRITES = new WholeNumber(1, 1000, "HPAs a second");
  static final Kind<String> COPIED = new Copied();

  private static final Generation DEFAULT = Generation.DEFAULT;

  private GenerationReader() {}

  static Generation read(Section spec) {
    Section section = spec.section("generation", "delaySeconds", "writesPerSecond", "copyLabels");
    return new Generation(
        section.orDefault("delaySeconds", DELAY, DEFAULT.delaySeconds()).value(),
        section.orDefault("writesPerSecond", WRITES, DEFAULT.writesPerSecond()).value(),
        section
            .value("copyLabels")
            .map(list -> Set.copyOf(list.items(COPIED)))
            .orElse(DEFAULT.copyLabels()));
  }

  /** A label's key that may be copied. */
  private static final class Copied implements Kind<String> {

    @Override
    public Optional<String> read(Value value) {
      Optional<String> key = Name.LABEL_KEY.read(value);
      if (key.filter(text -> !Generation.mayBeCopied(text)).isPresent()) {
        value.reject(
            "a label that does not say whose an object is: tools delete what carries theirs and is"
                + " not in Git",
            "remove it");
        return Optional.empty();
      }
      return key;
    }

    @Override
    public String standIn() {
      return "";
    }
  }
}
