package dev.hpasteward.cluster.survey;

import dev.hpasteward.decision.Finding;
import dev.hpasteward.model.Workload;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A governed Deployment and all autoscalers that target it; or an autoscaler that is governed by
 * its own label while what it targets is not.
 *
 * @param serviceType its service type; empty if it claims one that the policy does not know
 * @param objects the Deployment first, then its HPAs by name
 */
public record SurveyedWorkload(Optional<String> serviceType, List<SurveyedObject> objects) {

  public SurveyedWorkload {
    objects = List.copyOf(objects);
  }

  /** The object that it is known by. */
  public SurveyedObject first() {
    return objects.get(0);
  }

  /** Whether there is a Deployment, not only an autoscaler. */
  public boolean isDeployment() {
    return first().subject() instanceof Workload;
  }

  /** Everything against any of its objects. */
  public Stream<Finding> findings() {
    return objects.stream().flatMap(object -> object.findings().stream());
  }
}
