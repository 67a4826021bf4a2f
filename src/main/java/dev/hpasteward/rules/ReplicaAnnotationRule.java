package dev.hpasteward.rules;

import dev.hpasteward.model.Excerpt;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.Metadata;
import dev.hpasteward.model.ReplicaCount;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.Workload;
import dev.hpasteward.policy.Replicas;
import dev.hpasteward.policy.RuleId;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/**
 * {@code invalid-annotation}, {@code replica-bounds}: {@code min-replicas} and {@code max-replicas}
 * of a Deployment are whole numbers in order, and keep floor and ceiling.
 */
final class ReplicaAnnotationRule implements Rule<Workload> {

  private static final FieldPath ANNOTATIONS = FieldPath.of("metadata.annotations");
  private static final int MOST = 1_000_000;

  @Override
  public Set<RuleId> ids() {
    return Set.of(RuleId.INVALID_ANNOTATION, RuleId.REPLICA_BOUNDS);
  }

  @Override
  public void check(Inspection<Workload> inspection, Consumer<Violation> report) {
    Metadata metadata = inspection.subject().metadata();
    Replicas replicas = inspection.type().replicas();
    OptionalInt min = number(metadata, StewardKeys.MIN_REPLICAS, report);
    OptionalInt max = number(metadata, StewardKeys.MAX_REPLICAS, report);
    FieldPath minPath = ANNOTATIONS.key(StewardKeys.MIN_REPLICAS);
    FieldPath maxPath = ANNOTATIONS.key(StewardKeys.MAX_REPLICAS);

    if (min.isPresent() && min.getAsInt() < replicas.floor().orElse(1)) {
      report.accept(
          ReplicaViolations.belowFloor(minPath, min.getAsInt(), replicas.floor().getAsInt()));
    }
    if (max.isPresent() && max.getAsInt() > replicas.ceiling().orElse(MOST)) {
      report.accept(
          ReplicaViolations.aboveCeiling(maxPath, max.getAsInt(), replicas.ceiling().getAsInt()));
    }
    int effectiveMin = min.orElse(replicas.min());
    int effectiveMax = max.orElse(replicas.max());
    if ((min.isPresent() || max.isPresent()) && effectiveMin > effectiveMax) {
      report.accept(outOfOrder(min.isPresent() ? minPath : maxPath, effectiveMin, effectiveMax));
    }
  }

  private static OptionalInt number(Metadata metadata, String key, Consumer<Violation> report) {
    String text = metadata.annotations().get(key);
    if (text == null) {
      return OptionalInt.empty();
    }
    OptionalInt number = ReplicaCount.parse(text);
    if (number.isPresent()) {
      return number;
    }
    report.accept(
        Violation.of(
            RuleId.INVALID_ANNOTATION,
            ANNOTATIONS.key(key),
            Excerpt.quoted(text),
            "a whole number from 1 to 999999",
            "write the number of replicas, such as \"2\""));
    return OptionalInt.empty();
  }

  private static Violation outOfOrder(FieldPath path, int min, int max) {
    return Violation.of(
            RuleId.INVALID_ANNOTATION,
            path,
            "at least " + min + " and at most " + max + " replicas",
            "a minimum that is not above the maximum",
            "set min-replicas and max-replicas so that they leave room")
        .distance(min - max);
  }
}
