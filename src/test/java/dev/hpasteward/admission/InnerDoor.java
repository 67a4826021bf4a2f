package dev.hpasteward.admission;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hpasteward.policy.ScalingPolicy;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.ws.rs.core.Response;
import java.time.Instant;

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
        new WebhookResource(new Webhook(() -> policy, view, () -> NOW, counters), counters);
  }

  Reply validate(byte[] body) {
    return reply(resource.validate(body).await().indefinitely());
  }

  Reply validate(JsonNode review) {
    return validate(ReviewText.bytes(review));
  }

  Reply mutate(byte[] body) {
    return reply(resource.mutate(body).await().indefinitely());
  }

  Reply mutate(JsonNode review) {
    return mutate(ReviewText.bytes(review));
  }

  private static Reply reply(Response response) {
    return new Reply(response.getStatus(), "", new String((byte[]) response.getEntity(), UTF_8));
  }
}
