package dev.hpasteward.rules;

import dev.hpasteward.model.PodTemplate;
import dev.hpasteward.model.Workload;
import dev.hpasteward.policy.RuleId;
import java.util.Set;
import java.util.function.Consumer;

/** {@code short-grace-period}: a pod that is scaled down has the time to end its sessions. */
final class GracePeriodRule implements Rule<Workload> {

  @Override
  public Set<RuleId> ids() {
    return Set.of(RuleId.SHORT_GRACE_PERIOD);
  }

  @Override
  public void check(Inspection<Workload> inspection, Consumer<Violation> report) {
    PodTemplate template = inspection.subject().template();
    int seconds = template.gracePeriodSeconds().orElse(PodTemplate.DEFAULT_GRACE_PERIOD_SECONDS);
    int atLeast = inspection.type().gracePeriodAtLeast().orElse(0);
    if (seconds < atLeast) {
      report.accept(
          Violation.of(
                  RuleId.SHORT_GRACE_PERIOD,
                  PodTemplate.PATH.field("spec").field("terminationGracePeriodSeconds"),
                  Integer.toString(seconds),
                  "at least " + atLeast,
                  "set it to " + atLeast + ", so that sessions can end before a pod goes")
              .distance(atLeast - seconds));
    }
  }
}
