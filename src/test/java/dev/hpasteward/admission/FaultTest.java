package dev.hpasteward.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.model.Surroundings.Target;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A fault of ours is an HTTP error, so that the failurePolicy decides; never a permission. */
@QuarkusTest
@TestProfile(DoorProfile.class)
class FaultTest {

  private final HttpDoor door;
  private final ScriptedTargets targets;
  private final ScriptedFeatures features;

  FaultTest(ScriptedTargets targets, ScriptedFeatures features)
      throws IOException, GeneralSecurityException {
    this.door = new HttpDoor();
    this.targets = targets;
    this.features = features;
  }

  @AfterEach
  void mend() {
    targets.reset();
    features.reset();
  }

  static Stream<Supplier<CompletionStage<Target>>> faults() {
    return Stream.of(
        () -> {
          throw new IllegalStateException("secret of the inside");
        },
        () -> {
          throw new StackOverflowError("secret of the inside");
        },
        () -> CompletableFuture.failedFuture(new IOException("secret of the inside")),
        () ->
            CompletableFuture.supplyAsync(
                () -> {
                  throw new IllegalStateException("secret of the inside");
                }));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFailedLookupIsAnErrorAndTheNextReviewIsAnsweredRightly(
      Supplier<CompletionStage<Target>> fault) throws Exception {
    ObjectNode review = ReviewText.create(Manifests.unlabelledEgress());
    for (String webhook : new String[] {"validate", "mutate"}) {
      targets.answer(fault);
      assertFault(door.post(webhook, ReviewText.bytes(review)));
    }

    targets.answer(ScriptedTargets.labelled("livekit-egress"));
    ObjectNode bad = Manifests.egressWithCpu(80);
    ((ObjectNode) bad.get("metadata")).remove("labels");

    assertThat(door.post("validate", ReviewText.bytes(review)).allowed()).isTrue();
    assertThat(door.post("validate", ReviewText.bytes(ReviewText.create(bad))).code())
        .isEqualTo(403);
  }

  @Test
  void aFaultWhileDecidingIsAnErrorAndTheNextReviewIsAnsweredRightly() throws Exception {
    byte[] review = ReviewText.bytes(ReviewText.create(Manifests.egress()));
    features.answer(
        () -> {
          throw new IllegalStateException("secret of the inside");
        });
    for (String webhook : new String[] {"validate", "mutate"}) {
      assertFault(door.post(webhook, review));
    }

    features.reset();

    assertThat(door.post("validate", review).allowed()).isTrue();
    assertThat(door.post("mutate", review).patch()).isNotEmpty();
  }

  private static void assertFault(Reply reply) {
    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.contentType()).isEqualTo("application/json;charset=UTF-8");
    assertThat(reply.response().get("allowed").booleanValue()).isFalse();
    assertThat(reply.uid()).isEqualTo(ReviewText.UID);
    assertThat(reply.code()).isEqualTo(500);
    assertThat(reply.message())
        .isEqualTo(
            "hpa-steward could not answer: its log has the reason under uid \""
                + ReviewText.UID
                + '"');
    assertThat(reply.body()).doesNotContain("secret", "Exception", "at dev.hpasteward");
  }
}
