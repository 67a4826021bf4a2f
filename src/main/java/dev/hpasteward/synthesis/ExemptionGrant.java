package dev.hpasteward.synthesis;

import dev.hpasteward.model.Deadline;
import dev.hpasteward.model.Edit;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.Metadata;
import dev.hpasteward.model.StewardKeys;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Notes beside an exemption when it was first granted, so that its whole life can be bounded. */
public final class ExemptionGrant {

  private static final FieldPath SINCE =
      FieldPath.of("metadata.annotations").key(StewardKeys.EXEMPT_SINCE);

  private ExemptionGrant() {}

  /** The edit that notes it, or that puts back what somebody changed or left out. */
  public static List<Edit> edits(Metadata metadata, Optional<Metadata> before, Instant now) {
    if (metadata.annotation(StewardKeys.EXEMPT).isEmpty()) {
      return List.of();
    }
    Optional<String> noted =
        before
            .filter(old -> old.annotation(StewardKeys.EXEMPT).isPresent())
            .flatMap(old -> old.annotation(StewardKeys.EXEMPT_SINCE))
            .or(() -> metadata.annotation(StewardKeys.EXEMPT_SINCE))
            .filter(since -> isPast(since, now));
    String since = noted.orElseGet(() -> now.truncatedTo(ChronoUnit.SECONDS).toString());
    return metadata.annotation(StewardKeys.EXEMPT_SINCE).filter(since::equals).isPresent()
        ? List.of()
        : List.of(new Edit(SINCE, since));
  }

  private static boolean isPast(String since, Instant now) {
    return Deadline.parse(since).filter(instant -> !instant.isAfter(now)).isPresent();
  }
}
