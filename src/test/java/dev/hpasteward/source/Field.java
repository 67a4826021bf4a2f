package dev.hpasteward.source;

import java.util.Optional;

/**
 * A documented field of the policy document.
 *
 * @param path its keys, joined by dots; {@code *} for any key, {@code []} for a list's item
 * @param form how its value looks; empty for a mapping of further fields
 * @param required whether it must be there if what holds it is
 * @param otherwise what holds if it is left out, as YAML; empty where that is not a value
 * @param text what it means
 * @param origin where its number or default comes from
 */
record Field(
    String path,
    Optional<Form> form,
    boolean required,
    Optional<String> otherwise,
    String text,
    String origin) {

  static Field mapping(String path, String text) {
    return new Field(path, Optional.empty(), false, Optional.empty(), text, "");
  }

  static Field value(String path, Kind<?> kind, String text, String origin) {
    return value(path, Form.of(kind), text, origin);
  }

  static Field value(String path, Form form, String text, String origin) {
    return new Field(path, Optional.of(form), false, Optional.empty(), text, origin);
  }

  Field must() {
    return new Field(path, form, true, otherwise, text, origin);
  }

  Field or(String value) {
    return new Field(path, form, required, Optional.of(value), text, origin);
  }

  /** The path of what holds it. */
  String holder() {
    String joined = path.replace("[]", ".[]");
    int dot = joined.lastIndexOf('.');
    return dot < 0 ? "" : joined.substring(0, dot).replace(".[]", "[]");
  }

  /** Its last key, {@code *} or {@code []}. */
  String key() {
    String joined = path.replace("[]", ".[]");
    return joined.substring(joined.lastIndexOf('.') + 1);
  }

  String defaultInWords() {
    return required ? "required" : otherwise.map(value -> "`" + value + "`").orElse("none");
  }
}
