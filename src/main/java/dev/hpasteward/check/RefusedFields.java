package dev.hpasteward.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hpasteward.model.Direction;
import dev.hpasteward.model.FieldPath;
import java.util.ArrayList;
import java.util.List;

/** For what the API server refuses an HPA as it is written, before anything is read from it. */
final class RefusedFields {

  private RefusedFields() {}

  static List<RefusedField> of(JsonNode written) {
    List<RefusedField> refused = new ArrayList<>();
    boolean ofVersionOne = written.path("apiVersion").asText().equals("autoscaling/v1");
    new UnknownFields(refused::add).check(written, ofVersionOne);
    JsonNode metrics = written.path("spec").path("metrics");
    for (int index = 0; index < metrics.size(); index++) {
      new RefusedMetrics(refused::add)
          .check(metrics.path(index), FieldPath.of("spec.metrics").index(index));
    }
    for (Direction direction : Direction.values()) {
      checkPolicies(direction, written, refused);
    }
    return refused;
  }

  /** An empty list is not one that is absent: the API server fills in nothing. */
  private static void checkPolicies(
      Direction direction, JsonNode written, List<RefusedField> refused) {
    FieldPath path = direction.path().field("policies");
    JsonNode policies = written;
    for (String name : path.toString().split("\\.", -1)) {
      policies = policies.path(name);
    }
    if (policies.isArray() && policies.isEmpty()) {
      refused.add(
          new RefusedField(
              path,
              "the list is empty",
              "write at least one policy, or leave the field out for Kubernetes' own"));
    }
  }
}
