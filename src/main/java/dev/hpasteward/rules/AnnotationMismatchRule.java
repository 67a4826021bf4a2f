package dev.hpasteward.rules;

import dev.hpasteward.model.Excerpt;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.PodTemplate;
import dev.hpasteward.model.Workload;
import dev.hpasteward.policy.RuleId;
import java.util.Set;
import java.util.function.Consumer;

/** {@code annotation-mismatch}: the pods' metric annotations say what the policy says. */
final class AnnotationMismatchRule implements Rule<Workload> {

  @Override
  public Set<RuleId> ids() {
    return Set.of(RuleId.ANNOTATION_MISMATCH);
  }

  @Override
  public void check(Inspection<Workload> inspection, Consumer<Violation> report) {
    Workload workload = inspection.subject();
    inspection
        .type()
        .scrape()
        .map(scrape -> scrape.annotations(workload.template().metricsPort()))
        .ifPresent(wanted -> wanted.forEach((key, value) -> compare(workload, key, value, report)));
  }

  private static void compare(
      Workload workload, String key, String value, Consumer<Violation> report) {
    String found = workload.template().annotations().get(key);
    if (found != null && !found.equals(value)) {
      FieldPath path = PodTemplate.ANNOTATIONS.key(key);
      report.accept(
          Violation.of(
                  RuleId.ANNOTATION_MISMATCH,
                  path,
                  Excerpt.quoted(found),
                  Excerpt.quoted(value),
                  "set it to " + Excerpt.quoted(value) + " or remove it")
              .correctedBy(value));
    }
  }
}
