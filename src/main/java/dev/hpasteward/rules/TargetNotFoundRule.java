package dev.hpasteward.rules;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Excerpt;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.policy.RuleId;
import java.util.Set;
import java.util.function.Consumer;

/**
 * {@code target-not-found}: the Deployment that an HPA names exists. Told only to HPAs with our
 * label: of all others nobody knows whether they are under the policy at all.
 */
final class TargetNotFoundRule implements Rule<Autoscaler> {

  private static final FieldPath NAME = FieldPath.of("spec.scaleTargetRef.name");

  @Override
  public Set<RuleId> ids() {
    return Set.of(RuleId.TARGET_NOT_FOUND);
  }

  @Override
  public void check(Inspection<Autoscaler> inspection, Consumer<Violation> report) {
    Autoscaler autoscaler = inspection.subject();
    if (inspection.surroundings().target() instanceof Surroundings.Target.Missing
        && autoscaler.metadata().label(StewardKeys.SERVICE_TYPE).isPresent()) {
      String name = Excerpt.quoted(autoscaler.target().name());
      report.accept(
          Violation.of(
                  RuleId.TARGET_NOT_FOUND,
                  NAME,
                  name,
                  "a Deployment of namespace " + Excerpt.plain(autoscaler.metadata().namespace()),
                  "create the Deployment, or correct the name")
              .because("there is no Deployment " + name + " in this namespace"));
    }
  }
}
