package dev.hpasteward.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hpasteward.model.FieldPath;
import java.util.List;

/**
 * What an object should say.
 *
 * @param object all of it; besides the changes it may have values that its author left to defaults
 * @param changed where it differs from what is written
 * @param left what should be another too, and can't be written
 */
public record Wanted(JsonNode object, List<FieldPath> changed, List<Left> left) {

  public Wanted {
    changed = List.copyOf(changed);
    left = List.copyOf(left);
  }

  public Wanted(JsonNode object, List<FieldPath> changed) {
    this(object, changed, List.of());
  }

  /**
   * What stays as it is.
   *
   * @param path where it stands
   * @param reason why, and what to do instead
   */
  public record Left(FieldPath path, String reason) {}

  /** Whether there is nothing to write and nothing to tell. */
  public boolean isNothing() {
    return changed.isEmpty() && left.isEmpty();
  }
}
