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

/** A body that is too large or no JSON gets an HTTP error with words, and no permission. */
@QuarkusTest
@TestProfile(DoorProfile.class)
class BadJsonTest {

  private static final int LARGEST = 7 * 1024 * 1024;

  private final HttpDoor door;

  BadJsonTest() throws IOException, GeneralSecurityException {
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
    door.refused("", "", "the request has no body: send an AdmissionReview as JSON");
  }

  @ParameterizedTest
  @ValueSource(strings = {"kind: AdmissionReview", "<review/>", "{", "{\"kind\":", "\u0000", "nul"})
  void whatIsNotJsonIsRefused(String body) throws Exception {
    Reply reply = door.refused(body, "");

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
    door.refused(body, "", "the body is not an AdmissionReview");
  }

  @Test
  void aKeyThatStandsTwiceInTheObjectIsRefused() throws Exception {
    String review =
        ReviewText.text(ReviewText.create(Manifests.egress()))
            .replace("\"maxReplicas\":20", "\"maxReplicas\":20,\"maxReplicas\":500");

    Reply reply = door.refused(review, ReviewText.UID);

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

    Reply reply = door.refused(review, ReviewText.UID);

    assertThat(reply.message()).contains("the key \"dryRun\" stands twice");
  }

  @Test
  void aKeyThatStandsTwiceIsShownEscapedAndCut() throws Exception {
    String key = "\\u001b[31m" + "x".repeat(5000);
    String twice = "{\"%s\":1,\"%s\":2}".formatted(key, key);
    String review = "{\"request\":{\"uid\":\"%s\",\"object\":%s}}".formatted(ReviewText.UID, twice);

    Reply reply = door.refused(review, ReviewText.UID);

    assertThat(reply.message()).contains("\\u001b[31mxxx").hasSizeLessThan(250);
  }

  @Test
  void aSecondValueAfterTheReviewIsRefused() throws Exception {
    Reply reply =
        door.refused(ReviewText.text(ReviewText.create(Manifests.egress())) + "{}", ReviewText.UID);

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
    Reply reply = door.refused(new String(nested(depth), UTF_8), ReviewText.UID);

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
}
