package dev.hpasteward.rules;

import dev.hpasteward.model.Container;
import dev.hpasteward.model.Excerpt;
import dev.hpasteward.model.PodTemplate;
import dev.hpasteward.model.Workload;
import dev.hpasteward.policy.Resource;
import dev.hpasteward.policy.RuleId;
import java.util.Set;
import java.util.function.Consumer;

/**
 * {@code missing-requests}: every container requests what the strategy measures, or the pod does as
 * a whole: without a request there is no utilization, and the HPA does nothing at all.
 */
final class MissingRequestsRule implements Rule<Workload> {

  @Override
  public Set<RuleId> ids() {
    return Set.of(RuleId.MISSING_REQUESTS);
  }

  @Override
  public void check(Inspection<Workload> inspection, Consumer<Violation> report) {
    PodTemplate template = inspection.subject().template();
    for (Resource resource : inspection.type().resources().keySet()) {
      if (template.requests().contains(resource.id())) {
        continue;
      }
      for (Container container : template.containers()) {
        if (!container.requests().contains(resource.id())) {
          report.accept(missing(container, resource));
        }
      }
    }
  }

  private static Violation missing(Container container, Resource resource) {
    String name = Excerpt.plain(container.name());
    return Violation.of(
            RuleId.MISSING_REQUESTS,
            container.path().field("resources").field("requests"),
            "no " + resource.id() + " request in container " + name,
            "a " + resource.id() + " request",
            "set resources.requests." + resource.id() + " of container " + name)
        .because(
            "container %s has no %s request, so no HPA can scale this on %s"
                .formatted(name, resource.id(), resource.id()));
  }
}
