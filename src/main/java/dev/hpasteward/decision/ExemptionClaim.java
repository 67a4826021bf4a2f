package dev.hpasteward.decision;

import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.Metadata;
import dev.hpasteward.model.StewardKeys;
import java.util.Optional;

/**
 * An exemption as somebody wrote it into annotations.
 *
 * @param rules the text of {@code exempt}
 * @param reason the text of {@code exempt-reason}
 * @param until the text of {@code exempt-until}
 * @param since the text of {@code exempt-since}, which we write when an exemption is granted
 */
record ExemptionClaim(
    Optional<String> rules,
    Optional<String> reason,
    Optional<String> until,
    Optional<String> since) {

  private static final FieldPath ANNOTATIONS = FieldPath.of("metadata.annotations");

  static final FieldPath RULES_PATH = ANNOTATIONS.key(StewardKeys.EXEMPT);
  static final FieldPath REASON_PATH = ANNOTATIONS.key(StewardKeys.EXEMPT_REASON);
  static final FieldPath UNTIL_PATH = ANNOTATIONS.key(StewardKeys.EXEMPT_UNTIL);

  /** Nothing is claimed. */
  static final ExemptionClaim NONE =
      new ExemptionClaim(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  static ExemptionClaim of(Metadata metadata) {
    return new ExemptionClaim(
        metadata.annotation(StewardKeys.EXEMPT),
        metadata.annotation(StewardKeys.EXEMPT_REASON),
        metadata.annotation(StewardKeys.EXEMPT_UNTIL),
        metadata.annotation(StewardKeys.EXEMPT_SINCE));
  }

  /** Whether nothing is claimed. */
  boolean isAbsent() {
    return rules.isEmpty() && reason.isEmpty() && until.isEmpty();
  }

  /** Whether the words of both are the same, whatever we wrote beside them. */
  boolean saysTheSameAs(ExemptionClaim other) {
    return rules.equals(other.rules) && reason.equals(other.reason) && until.equals(other.until);
  }
}
