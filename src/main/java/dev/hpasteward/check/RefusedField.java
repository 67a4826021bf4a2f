package dev.hpasteward.check;

import dev.hpasteward.model.FieldPath;

/**
 * A field for which the API server would not store an object.
 *
 * @param path where it stands
 * @param mistake what is wrong
 * @param remedy what to do about it
 */
public record RefusedField(FieldPath path, String mistake, String remedy) {

  /** All of it in one line. */
  public String sentence() {
    return "%s: %s; %s".formatted(path, mistake, remedy);
  }
}
