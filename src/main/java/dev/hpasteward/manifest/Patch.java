package dev.hpasteward.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.zjsonpatch.DiffFlags;
import io.fabric8.zjsonpatch.JsonDiff;
import java.util.EnumSet;

/** JSON patches (RFC 6902) between raw trees. */
public final class Patch {

  private Patch() {}

  /** The operations that turn one tree into the other: add, replace and remove only. */
  public static JsonNode between(JsonNode before, JsonNode after) {
    return JsonDiff.asJson(
        before,
        after,
        EnumSet.of(
            DiffFlags.OMIT_COPY_OPERATION,
            DiffFlags.OMIT_MOVE_OPERATION,
            DiffFlags.OMIT_VALUE_ON_REMOVE));
  }
}
