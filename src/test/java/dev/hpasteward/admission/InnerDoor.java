package dev.hpasteward.admission;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hpasteward.policy.ScalingPolicy;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The endpoints without HTTP around them, so that hundreds of reviews are cheap. */
final class InnerDoor {

  /** When everything happens. */
  static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  final ScriptedTargets targets = new ScriptedTargets();
  final ScriptedFeatures features = new ScriptedFeatures();
  final ScriptedView view = new ScriptedView(targets, features);
  private final WebhookResource resource;

  InnerDoor(ScalingPolicy policy) {
    ReviewCounters counters = new ReviewCounters(new SimpleMeterRegistry());
    this.resource =
        new WebhookResource(
            new Webhook(object -> List.of(), view, () -> NOW, counters),
            () -> policy,
            counters,
            new AuditLog(() -> NOW),
            queue());
  }

  /** One that is never too full for a test. */
  static ReviewQueue queue() {
    return new ReviewQueue(
        new ReviewLimits(1_000, Duration.ofMinutes(1), Duration.ofMinutes(1)),
        new LoadMetrics(new SimpleMeterRegistry()));
  }

  Reply validate(byte[] body) {
    return reply(resource.validate(body).toCompletableFuture().join());
  }

  Reply validate(JsonNode review) {
    return validate(ReviewText.bytes(review));
  }

  Reply mutate(byte[] body) {
    return reply(resource.mutate(body).toCompletableFuture().join());
  }

  Reply mutate(JsonNode review) {
    return mutate(ReviewText.bytes(review));
  }

  private static Reply reply(Response response) {
    return new Reply(response.getStatus(), "", new String((byte[]) response.getEntity(), UTF_8));
  }
}
