package dev.hpasteward.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Replicas that an HPA would ask for, by what its status last saw of CPU and memory
 * (podautoscaler/replica_calculator.go): what it sees of other metrics, and how its windows hold it
 * back, is not in it.
 *
 * @param from as it would ask for now
 * @param to as it would ask for then
 */
public record ReplicaMove(int from, int to) {

  /** Of the controller's flag --horizontal-pod-autoscaler-tolerance. */
  private static final double DEFAULT_TOLERANCE = 0.1;

  /** Empty if it stays where it is, or has seen nothing yet. */
  static Optional<ReplicaMove> of(JsonNode stored, JsonNode wanted) {
    int current = stored.path("status").path("currentReplicas").asInt(0);
    if (current == 0) {
      return Optional.empty();
    }
    int from = asked(stored.path("spec"), stored.path("status"), current);
    int to = asked(wanted.path("spec"), stored.path("status"), current);
    return from == to ? Optional.empty() : Optional.of(new ReplicaMove(from, to));
  }

  /** Of a Deployment that has no HPA yet: its bounds move it. */
  static Optional<ReplicaMove> first(JsonNode deployment, JsonNode generated) {
    int running = deployment.path("spec").path("replicas").asInt(1);
    int bounded = running == 0 ? 0 : bounded(running, generated.path("spec"));
    return running == bounded ? Optional.empty() : Optional.of(new ReplicaMove(running, bounded));
  }

  private static int asked(JsonNode spec, JsonNode status, int current) {
    int asked = 0;
    for (JsonNode metric : status.path("currentMetrics")) {
      JsonNode resource = metric.path("resource");
      OptionalInt target = target(spec, resource.path("name").asText());
      int seen = resource.path("current").path("averageUtilization").asInt(0);
      if (target.isPresent() && seen > 0) {
        asked = Math.max(asked, asked(current, (double) seen / target.getAsInt(), spec));
      }
    }
    return bounded(asked == 0 ? current : asked, spec);
  }

  private static int bounded(int wanted, JsonNode spec) {
    int min = spec.path("minReplicas").asInt(1);
    return Math.max(min, Math.min(wanted, spec.path("maxReplicas").asInt(wanted)));
  }

  private static int asked(int current, double ratio, JsonNode spec) {
    String direction = ratio > 1 ? "scaleUp" : "scaleDown";
    JsonNode tolerance = spec.path("behavior").path(direction).path("tolerance");
    double allowed = CanonicalQuantity.value(tolerance.asText("")).orElse(DEFAULT_TOLERANCE);
    return Math.abs(ratio - 1) <= allowed ? current : (int) Math.ceil(current * ratio);
  }

  private static OptionalInt target(JsonNode spec, String resource) {
    for (JsonNode metric : spec.path("metrics")) {
      JsonNode percent = metric.path("resource").path("target").path("averageUtilization");
      if (metric.path("resource").path("name").asText().equals(resource) && percent.isInt()) {
        return OptionalInt.of(percent.asInt());
      }
    }
    return OptionalInt.empty();
  }
}
