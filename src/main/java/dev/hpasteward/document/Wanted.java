package dev.hpasteward.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hpasteward.model.FieldPath;
import java.util.List;

/**
 * What an object should say.
 *
 * @param object all of it; besides the changes it may have values that its author left to defaults
 * @param changed where it differs from what is written
 */
public record Wanted(JsonNode object, List<FieldPath> changed) {

  public Wanted {
    changed = List.copyOf(changed);
  }
}
