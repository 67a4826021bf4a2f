package dev.hpasteward.source;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Tag;

/** {@code true} or {@code false}; YAML's other spellings are text to some readers. */
record TrueOrFalse() implements Kind<Boolean> {

  private static final Set<String> YES = Set.of("true", "yes", "on", "1");
  private static final Set<String> NO = Set.of("false", "no", "off", "0");

  @Override
  public Optional<Boolean> read(Value value) {
    Optional<Boolean> read =
        value
            .unquoted(Tag.BOOL)
            .filter(letters -> letters.equals("true") || letters.equals("false"))
            .map(letters -> letters.equals("true"));
    if (read.isEmpty()) {
      value.reject("true or false", fix(value.letters().orElse("").toLowerCase(Locale.ROOT)));
    }
    return read;
  }

  @Override
  public Boolean standIn() {
    return false;
  }

  private static String fix(String letters) {
    if (YES.contains(letters)) {
      return "write true";
    }
    return NO.contains(letters) ? "write false" : "write one of them";
  }
}
