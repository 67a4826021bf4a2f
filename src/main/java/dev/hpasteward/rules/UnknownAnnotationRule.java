package dev.hpasteward.rules;

import dev.hpasteward.model.Excerpt;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.Subject;
import dev.hpasteward.policy.NearestName;
import dev.hpasteward.policy.RuleId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * {@code unknown-annotation}: a key under our prefix is one that we know; a misspelt one would do
 * nothing and say nothing.
 *
 * @param <S> the kind of object
 */
final class UnknownAnnotationRule<S extends Subject> implements Rule<S> {

  /** More are not worth a message each: 256 KiB of annotations hold thousands. */
  private static final int MOST_KEYS = 20;

  private static final FieldPath METADATA = FieldPath.of("metadata");

  @Override
  public Set<RuleId> ids() {
    return Set.of(RuleId.UNKNOWN_ANNOTATION);
  }

  @Override
  public void check(Inspection<S> inspection, Consumer<Violation> report) {
    var metadata = inspection.subject().metadata();
    check(metadata.annotations().keySet(), "annotations", StewardKeys.ANNOTATIONS, report);
    check(metadata.labels().keySet(), "labels", StewardKeys.LABELS, report);
  }

  private static void check(
      Collection<String> keys, String field, Set<String> known, Consumer<Violation> report) {
    List<String> unknown = new ArrayList<>();
    for (String key : keys) {
      if (key.startsWith(StewardKeys.PREFIX) && !known.contains(key)) {
        unknown.add(key);
      }
    }
    unknown.stream()
        .sorted()
        .limit(MOST_KEYS)
        .forEach(
            key ->
                report.accept(
                    Violation.of(
                        RuleId.UNKNOWN_ANNOTATION,
                        METADATA.field(field).key(Excerpt.plain(key)),
                        "a key that means nothing",
                        "a key of ours",
                        nearest(key, known).map(name -> "write " + name).orElse("remove it"))));
  }

  /** The prefix is no sign of what somebody meant. */
  private static Optional<String> nearest(String key, Set<String> known) {
    return NearestName.of(
            withoutPrefix(key), known.stream().map(UnknownAnnotationRule::withoutPrefix).toList())
        .map(name -> StewardKeys.PREFIX + name);
  }

  private static String withoutPrefix(String key) {
    return key.substring(StewardKeys.PREFIX.length());
  }
}
