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

/** A review that contradicts itself gets an HTTP error with words, and no permission. */
@QuarkusTest
@TestProfile(DoorProfile.class)
class BadReviewTest {

  private final HttpDoor door;

  BadReviewTest() throws IOException, GeneralSecurityException {
    this.door = new HttpDoor();
  }

  @Test
  void aReviewOfAnotherKindNamesItsUid() throws Exception {
    ObjectNode review = ReviewText.create(Manifests.egress());
    review.put("kind", "ConversionReview");

    door.refused(ReviewText.text(review), ReviewText.UID, "the body is not an AdmissionReview");
  }

  @Test
  void aReviewOfAnotherVersionIsRefusedWithTheRemedy() throws Exception {
    ObjectNode review = ReviewText.create(Manifests.egress());
    review.put("apiVersion", "admission.k8s.io/v1beta1");

    door.refused(
        ReviewText.text(review),
        ReviewText.UID,
        "apiVersion is \"admission.k8s.io/v1beta1\", must be admission.k8s.io/v1: register the"
            + " webhook with admissionReviewVersions [v1]");
  }

  @Test
  void aReviewWithoutARequestIsRefused() throws Exception {
    door.refused(
        "{\"kind\":\"AdmissionReview\",\"apiVersion\":\"admission.k8s.io/v1\"}",
        "",
        "the AdmissionReview has no request");
  }

  @Test
  void aReviewWithoutAUidIsRefused() throws Exception {
    ObjectNode review = ReviewText.create(Manifests.egress());
    ReviewText.request(review).remove("uid");

    door.refused(ReviewText.text(review), "", "request.uid is missing");
  }

  @Test
  void aKindThatDisagreesWithTheResourceIsRefused() throws Exception {
    ObjectNode review = ReviewText.create(Manifests.egress());
    ((ObjectNode) ReviewText.request(review).get("kind")).put("kind", "Deployment");

    door.refused(
        ReviewText.text(review),
        ReviewText.UID,
        "request.kind.kind is \"Deployment\", which disagrees with request.resource: must be"
            + " HorizontalPodAutoscaler");
  }

  @Test
  void aGroupThatDisagreesWithTheResourceIsRefused() throws Exception {
    ObjectNode review = ReviewText.create(Manifests.egress());
    ((ObjectNode) ReviewText.request(review).get("kind")).put("group", "apps");

    door.refused(
        ReviewText.text(review),
        ReviewText.UID,
        "request.kind.group is \"apps\", which disagrees with request.resource: must be"
            + " autoscaling");
  }

  @Test
  void anObjectOfAnotherKindIsRefused() throws Exception {
    ObjectNode review = ReviewText.create(Manifests.egress());
    ((ObjectNode) ReviewText.request(review).get("object")).put("kind", "Deployment");

    door.refused(
        ReviewText.text(review),
        ReviewText.UID,
        "request.object.kind is \"Deployment\", which disagrees with request.resource: must be"
            + " HorizontalPodAutoscaler");
  }

  @Test
  void anObjectOfAnotherVersionThanItsResourceIsRefused() throws Exception {
    ObjectNode review = ReviewText.create(Manifests.egress());
    ((ObjectNode) ReviewText.request(review).get("object")).put("apiVersion", "autoscaling/v1");

    door.refused(
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

    door.refused(
        ReviewText.text(review),
        ReviewText.UID,
        "request.resource.version is \"v1\", must be v2: register the webhook for that version"
            + " with matchPolicy Equivalent");
  }

  @Test
  void anUnknownOperationIsRefused() throws Exception {
    ObjectNode review = ReviewText.create(Manifests.egress());
    ReviewText.request(review).put("operation", "\u001b[2J" + "x".repeat(500));

    Reply reply = door.refused(ReviewText.text(review), ReviewText.UID);

    assertThat(reply.message())
        .startsWith("request.operation is \"\\u001b[2Jxxx")
        .endsWith("...\", must be CREATE, UPDATE, DELETE or CONNECT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CREATE", "UPDATE"})
  void anObjectThatIsNotThereIsRefused(String operation) throws Exception {
    ObjectNode review = ReviewText.create(Manifests.egress());
    ReviewText.request(review).put("operation", operation).putNull("object");

    door.refused(
        ReviewText.text(review),
        ReviewText.UID,
        "request.object is missing, which " + operation + " can't do without");
  }

  @ParameterizedTest
  @ValueSource(strings = {"object", "oldObject"})
  void anObjectThatIsAListIsRefused(String field) throws Exception {
    ObjectNode review = ReviewText.create(Manifests.egress());
    ReviewText.request(review).putArray(field);

    door.refused(ReviewText.text(review), ReviewText.UID, "request." + field + " is not an object");
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
}
