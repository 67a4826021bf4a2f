package dev.hpasteward.admission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no review, or contradicts itself, gets an HTTP error with words, and no permission. */
@QuarkusTest
@TestProfile(DoorProfile.class)
class BadReviewTest {

  private static final int LARGEST = 7 * 1024 * 1024;

  private final HttpDoor door;

  BadReviewTest() throws IOException, GeneralSecurityException {
    this.door = new HttpDoor();
  }

  @Test
  void aBodyThatIsTooLargeByItsContentLengthIsRefused() throws Exception {
    assertThat(door.announce("validate", LARGEST + 1))
        .startsWith("HTTP/1.1 413 ")
        .doesNotContain("allowed", "at dev.hpasteward", "Exception");
  }

  @Test
  void aChunkedBodyThatTurnsOutTooLargeIsRefused() throws Exception {
    Reply reply = door.postChunked("mutate", padded(LARGEST + 1));

    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.body()).doesNotContain("allowed", "at dev.hpasteward", "Exception");
  }

  @Test
  void aBodyOfTheGreatestSizeIsRead() throws Exception {
    Reply reply = door.post("validate", padded(LARGEST));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.allowed()).isTrue();
    assertThat(reply.uid()).isEqualTo(ReviewText.UID);
  }

  /** A good review in a body of this many bytes. */
  private static byte[] padded(int size) {
    byte[] review = ReviewText.bytes(ReviewText.create(Manifests.egress()));
    return (" ".repeat(size - review.length) + new String(review, UTF_8)).getBytes(UTF_8);
  }

  @Test
  void aReviewInChunksIsRead() throws Exception {
    Reply reply =
        door.postChunked(
            "validate", ReviewText.bytes(ReviewText.create(Manifests.egressWithCpu(80))));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.code()).isEqualTo(403);
  }

  @Test
  void anEmptyBodyIsRefused() throws Exception {
    refused("", "", "the request has no body: send an AdmissionReview as JSON");
  }

  @ParameterizedTest
  @ValueSource(strings = {"kind: AdmissionReview", "<review/>", "{", "{\"kind\":", "\u0000", "nul"})
  void whatIsNotJsonIsRefused(String body) throws Exception {
    Reply reply = refused(body, "");

    assertThat(reply.message()).startsWith("the body is not acceptable JSON: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "7",
        "true",
        "\"AdmissionReview\"",
        "[]",
        "[{\"kind\":\"AdmissionReview\"}]",
        "{}",
        "{\"kind\":\"Pod\",\"apiVersion\":\"v1\"}"
      })
  void jsonThatIsNoReviewIsRefused(String body) throws Exception {
    refused(body, "", "the body is not an AdmissionReview");
  }

  @Test
  void aReviewOfAnotherKindNamesItsUid() throws Exception {
    ObjectNode review = ReviewText.create(Manifests.egress());
    review.put("kind", "ConversionReview");

    refused(ReviewText.text(review), ReviewText.UID, "the body is not an AdmissionReview");
  }

  @Test
  void aReviewOfAnotherVersionIsRefusedWithTheRemedy() throws Exception {
    ObjectNode review = ReviewText.create(Manifests.egress());
    review.put("apiVersion", "admission.k8s.io/v1beta1");

    refused(
        ReviewText.text(review),
        ReviewText.UID,
        "apiVersion is \"admission.k8s.io/v1beta1\", must be admission.k8s.io/v1: register the"
            + " webhook with admissionReviewVersions [v1]");
  }

  @Test
  void aReviewWithoutARequestIsRefused() throws Exception {
    refused(
        "{\"kind\":\"AdmissionReview\",\"apiVersion\":\"admission.k8s.io/v1\"}",
        "",
        "the AdmissionReview has no request");
  }

  @Test
  void aReviewWithoutAUidIsRefused() throws Exception {
    ObjectNode review = ReviewText.create(Manifests.egress());
    ReviewText.request(review).remove("uid");

    refused(ReviewText.text(review), "", "request.uid is missing");
  }

  @Test
  void aKeyThatStandsTwiceInTheObjectIsRefused() throws Exception {
    String review =
        ReviewText.text(ReviewText.create(Manifests.egress()))
            .replace("\"maxReplicas\":20", "\"maxReplicas\":20,\"maxReplicas\":500");

    Reply reply = refused(review, ReviewText.UID);

    assertThat(reply.message())
        .startsWith(
            "the body is not acceptable JSON: the key \"maxReplicas\" stands twice in one object"
                + " at line 1, column ");
  }

  @Test
  void aKeyThatStandsTwiceInTheEnvelopeIsRefused() throws Exception {
    String review =
        ReviewText.text(ReviewText.create(Manifests.egress()))
            .replace("\"dryRun\":false", "\"dryRun\":false,\"dryRun\":true");

    Reply reply = refused(review, ReviewText.UID);

    assertThat(reply.message()).contains("the key \"dryRun\" stands twice");
  }

  @Test
  void aKeyThatStandsTwiceIsShownEscapedAndCut() throws Exception {
    String key = "\\u001b[31m" + "x".repeat(5000);
    String twice = "{\"%s\":1,\"%s\":2}".formatted(key, key);
    String review = "{\"request\":{\"uid\":\"%s\",\"object\":%s}}".formatted(ReviewText.UID, twice);

    Reply reply = refused(review, ReviewText.UID);

    assertThat(reply.message()).contains("\\u001b[31mxxx").hasSizeLessThan(250);
  }

  @Test
  void aSecondValueAfterTheReviewIsRefused() throws Exception {
    Reply reply =
        refused(ReviewText.text(ReviewText.create(Manifests.egress())) + "{}", ReviewText.UID);

    assertThat(reply.message())
        .startsWith("the body is not acceptable JSON: something follows the AdmissionReview");
  }

  @Test
  void nestingOf100LevelsIsRead() throws Exception {
    Reply reply = door.post("validate", nested(100));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.allowed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {101, 5_000, 500_000})
  void deeperNestingIsRefused(int depth) throws Exception {
    Reply reply = refused(new String(nested(depth), UTF_8), ReviewText.UID);

    assertThat(reply.message())
        .startsWith("the body is not acceptable JSON: it is nested deeper than 100 levels");
  }

  /** A review that is nested this deeply: three levels are review, request and object. */
  private static byte[] nested(int depth) {
    ObjectNode egress = Manifests.egress();
    egress.put("deep", "HERE");
    return ReviewText.text(ReviewText.create(egress))
        .replace("\"HERE\"", "[".repeat(depth - 3) + "]".repeat(depth - 3))
        .getBytes(UTF_8);
  }

  @Test
  void aKindThatDisagreesWithTheResourceIsRefused() throws Exception {
    ObjectNode review = ReviewText.create(Manifests.egress());
    ((ObjectNode) ReviewText.request(review).get("kind")).put("kind", "Deployment");

    refused(
        ReviewText.text(review),
        ReviewText.UID,
        "request.kind.kind is \"Deployment\", which disagrees with request.resource: must be"
            + " HorizontalPodAutoscaler");
  }

  @Test
  void aGroupThatDisagreesWithTheResourceIsRefused() throws Exception {
    ObjectNode review = ReviewText.create(Manifests.egress());
    ((ObjectNode) ReviewText.request(review).get("kind")).put("group", "apps");

    refused(
        ReviewText.text(review),
        ReviewText.UID,
        "request.kind.group is \"apps\", which disagrees with request.resource: must be"
            + " autoscaling");
  }

  @Test
  void anObjectOfAnotherKindIsRefused() throws Exception {
    ObjectNode review = ReviewText.create(Manifests.egress());
    ((ObjectNode) ReviewText.request(review).get("object")).put("kind", "Deployment");

    refused(
        ReviewText.text(review),
        ReviewText.UID,
        "request.object.kind is \"Deployment\", which disagrees with request.resource: must be"
            + " HorizontalPodAutoscaler");
  }

  @Test
  void anObjectOfAnotherVersionThanItsResourceIsRefused() throws Exception {
    ObjectNode review = ReviewText.create(Manifests.egress());
    ((ObjectNode) ReviewText.request(review).get("object")).put("apiVersion", "autoscaling/v1");

    refused(
        ReviewText.text(review),
        ReviewText.UID,
        "request.object.apiVersion is \"autoscaling/v1\", which disagrees with request.resource:"
            + " must be autoscaling/v2");
  }

  @Test
  void anHpaOfAutoscalingV1IsRefusedWithTheRemedy() throws Exception {
    ObjectNode review = ReviewText.create(Manifests.egress());
    ((ObjectNode) ReviewText.request(review).get("resource")).put("version", "v1");
    ((ObjectNode) ReviewText.request(review).get("kind")).put("version", "v1");

    refused(
        ReviewText.text(review),
        ReviewText.UID,
        "request.resource.version is \"v1\", must be v2: register the webhook for that version"
            + " with matchPolicy Equivalent");
  }

  @Test
  void anUnknownOperationIsRefused() throws Exception {
    ObjectNode review = ReviewText.create(Manifests.egress());
    ReviewText.request(review).put("operation", "\u001b[2J" + "x".repeat(500));

    Reply reply = refused(ReviewText.text(review), ReviewText.UID);

    assertThat(reply.message())
        .startsWith("request.operation is \"\\u001b[2Jxxx")
        .endsWith("...\", must be CREATE, UPDATE, DELETE or CONNECT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CREATE", "UPDATE"})
  void anObjectThatIsNotThereIsRefused(String operation) throws Exception {
    ObjectNode review = ReviewText.create(Manifests.egress());
    ReviewText.request(review).put("operation", operation).putNull("object");

    refused(
        ReviewText.text(review),
        ReviewText.UID,
        "request.object is missing, which " + operation + " can't do without");
  }

  @ParameterizedTest
  @ValueSource(strings = {"object", "oldObject"})
  void anObjectThatIsAListIsRefused(String field) throws Exception {
    ObjectNode review = ReviewText.create(Manifests.egress());
    ReviewText.request(review).putArray(field);

    refused(ReviewText.text(review), ReviewText.UID, "request." + field + " is not an object");
  }

  @Test
  void aUidThatIsNoCharacterIsEchoedAllTheSame() throws Exception {
    String uid = "\\uD800";

    Reply reply =
        door.post(
            "validate",
            ReviewText.text(ReviewText.create(Manifests.egress()))
                .replace(ReviewText.UID, uid)
                .getBytes(UTF_8));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).contains("\"uid\":\"\\uD800\"");
  }

  @Test
  void aGetIsNoReview() throws Exception {
    Reply reply = door.get("validate");

    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.body()).isEmpty();
  }

  private void refused(String body, String uid, String message) throws Exception {
    assertThat(refused(body, uid).message()).isEqualTo(message);
  }

  /** Asks both webhooks: they read with the same eyes. */
  private Reply refused(String body, String uid) throws Exception {
    Reply mutate = door.post("mutate", body.getBytes(UTF_8));
    Reply validate = door.post("validate", body.getBytes(UTF_8));

    assertThat(validate).isEqualTo(mutate);
    assertThat(validate.status()).isEqualTo(400);
    assertThat(validate.contentType()).isEqualTo("application/json;charset=UTF-8");
    assertThat(validate.response().path("allowed").booleanValue()).isFalse();
    assertThat(validate.response().has("allowed")).isTrue();
    assertThat(validate.uid()).isEqualTo(uid);
    assertThat(validate.response().path("status").path("reason").asText()).isEqualTo("BadRequest");
    assertThat(validate.code()).isEqualTo(400);
    assertThat(validate.body())
        .doesNotContain("Exception", "at dev.hpasteward", "jackson", "FAIL_ON", "Node", "Source");
    return validate;
  }
}
