package dev.hpasteward.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.message.Denial;
import dev.hpasteward.policy.StrategyPolicy;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Reviews of ScalingPolicies, by a reader that takes none. */
class PolicyReviewTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectNode POLICY = policy("Fill");

  private final WebhookResource door = door();

  PolicyReviewTest() {}

  @Test
  void oneWithMistakesIsRefusedWithAllOfThem() {
    Reply reply = validate(review("CREATE", POLICY, null));

    assertThat(reply.allowed()).isFalse();
    assertThat(reply.code()).isEqualTo(403);
    assertThat(reply.message())
        .isEqualTo(
            """
            ScalingPolicy default is no usable policy: 2 to mend
            spec.a: wrong
            spec.b: wrong too""");
    assertThat(reply.response().at("/status/details/causes").toString())
        .isEqualTo(
            "[{\"reason\":\"FieldValueInvalid\",\"message\":\"wrong\",\"field\":\"spec.a\"},"
                + "{\"reason\":\"FieldValueInvalid\",\"message\":\"wrong too\",\"field\":\"spec.b\"}]");
  }

  @Test
  void aChangeOfWhatItSaysIsJudgedAndNothingElse() {
    ObjectNode labelled = POLICY.deepCopy();
    labelled.withObject("/metadata/labels").put("team", "voice");
    ObjectNode leaving = policy("None");
    leaving.withObject("/metadata").put("deletionTimestamp", "2026-03-01T00:00:00Z");

    assertThat(validate(review("UPDATE", policy("None"), POLICY)).allowed()).isFalse();
    assertThat(validate(review("UPDATE", labelled, POLICY)).allowed()).isTrue();
    assertThat(validate(review("UPDATE", leaving, POLICY)).allowed()).isTrue();
    assertThat(validate(review("DELETE", null, POLICY)).allowed()).isTrue();
  }

  @Test
  void itsStatusIsNobodysMistakeAndItIsNeverPatched() {
    ObjectNode status = review("UPDATE", policy("None"), POLICY);
    ReviewText.request(status).put("subResource", "status");

    assertThat(validate(status).allowed()).isTrue();
    Reply mutated =
        reply(
            door.mutate(ReviewText.bytes(review("CREATE", POLICY, null)))
                .toCompletableFuture()
                .join());
    assertThat(mutated.allowed()).isTrue();
    assertThat(mutated.patch()).isEmpty();
  }

  private Reply validate(ObjectNode review) {
    return reply(door.validate(ReviewText.bytes(review)).toCompletableFuture().join());
  }

  private static Reply reply(Response response) {
    String body = new String((byte[]) response.getEntity(), StandardCharsets.UTF_8);
    return new Reply(response.getStatus(), "", body);
  }

  private static WebhookResource door() {
    ReviewCounters counters = new ReviewCounters(new SimpleMeterRegistry());
    PolicyMistakes two =
        object ->
            List.of(new Denial.Cause("spec.a", "wrong"), new Denial.Cause("spec.b", "wrong too"));
    ScriptedView view = new ScriptedView(new ScriptedTargets(), new ScriptedFeatures());
    return new WebhookResource(
        new Webhook(two, view, () -> InnerDoor.NOW, counters),
        StrategyPolicy::policy,
        counters,
        new AuditLog(() -> InnerDoor.NOW),
        InnerDoor.queue());
  }

  private static ObjectNode review(
      String operation, @Nullable ObjectNode object, @Nullable ObjectNode oldObject) {
    ObjectNode review = ReviewText.create(POLICY);
    ObjectNode request = ReviewText.request(review);
    for (String field : List.of("kind", "requestKind")) {
      request
          .putObject(field)
          .put("group", "hpa-steward.dev")
          .put("version", "v1")
          .put("kind", "ScalingPolicy");
    }
    request
        .putObject("resource")
        .put("group", "hpa-steward.dev")
        .put("version", "v1")
        .put("resource", "scalingpolicies");
    request.put("operation", operation).remove("namespace");
    request.set("object", object);
    request.set("oldObject", oldObject);
    return review;
  }

  private static ObjectNode policy(String corrections) {
    ObjectNode policy = JSON.createObjectNode();
    policy.put("apiVersion", "hpa-steward.dev/v1").put("kind", "ScalingPolicy");
    policy.putObject("metadata").put("name", "default");
    policy.putObject("spec").put("corrections", corrections);
    return policy;
  }
}
