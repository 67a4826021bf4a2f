package dev.hpasteward.rules;

import dev.hpasteward.model.Excerpt;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.Metadata;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.policy.RuleId;

/** {@code service-type-removed}: nobody leaves the policy by taking a label away. */
public final class ServiceTypeRemoved {

  private static final FieldPath LABEL =
      FieldPath.of("metadata.labels").key(StewardKeys.SERVICE_TYPE);

  private ServiceTypeRemoved() {}

  /** The object was of this type, and now it is of none or of another. */
  public static Violation of(Metadata now, String before) {
    String found = now.label(StewardKeys.SERVICE_TYPE).map(Excerpt::quoted).orElse("no such label");
    return Violation.of(
        RuleId.SERVICE_TYPE_REMOVED,
        LABEL,
        found,
        before + ", as before",
        "put it back, or delete the object and create it anew");
  }
}
