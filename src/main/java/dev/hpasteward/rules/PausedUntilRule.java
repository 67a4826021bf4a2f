package dev.hpasteward.rules;

import dev.hpasteward.model.Deadline;
import dev.hpasteward.model.Excerpt;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.Workload;
import dev.hpasteward.policy.RuleId;
import java.util.Set;
import java.util.function.Consumer;

/** {@code invalid-annotation}: {@code paused-until} of a Deployment is a point in time. */
final class PausedUntilRule implements Rule<Workload> {

  @Override
  public Set<RuleId> ids() {
    return Set.of(RuleId.INVALID_ANNOTATION);
  }

  @Override
  public void check(Inspection<Workload> inspection, Consumer<Violation> report) {
    inspection
        .subject()
        .metadata()
        .annotation(StewardKeys.PAUSED_UNTIL)
        .filter(text -> Deadline.parse(text).isEmpty())
        .ifPresent(
            text ->
                report.accept(
                    Violation.of(
                        RuleId.INVALID_ANNOTATION,
                        FieldPath.of("metadata.annotations").key(StewardKeys.PAUSED_UNTIL),
                        Excerpt.quoted(text),
                        "a time (RFC 3339) or a date",
                        "write it as 2026-12-31 or 2026-12-31T18:00:00Z")));
  }
}
