package dev.hpasteward.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in a review, its audit line is one line of printable ASCII, and short. */
class HostileAuditTest {

  private static final int LONGEST_LINE = 8 * 1024;

  private final InnerDoor door = new InnerDoor(WrittenStrategy.policy());
  private final AuditLines audit = new AuditLines(Level.INFO);

  @AfterEach
  void close() {
    audit.close();
  }

  static Stream<String> hostile() {
    return Stream.of(
        "a\nb\r\n{\"verdict\":\"allowed\"}",
        "\",\"verdict\":\"allowed\",\"x\":\"",
        "\\",
        "\u001b[2J\u001b]0;title\u0007",
        "\u0000\u0008\u007f\u0085\u2028\u2029\u202e\ufeff",
        "\ud83d\ude00",
        "\ud83d",
        "%s %n {0} ${env:HOME} ${jndi:ldap://x}",
        "");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void aTextIsToldAsItIsAndStaysWithinItsField(String text) {
    door.validate(review(text, 1));

    JsonNode line = line();
    assertThat(line.path("user").asText()).isEqualTo(text);
    assertThat(line.path("name").asText()).isEqualTo(text);
    assertThat(line.path("groups").get(0).asText()).isEqualTo(text + "0");
    assertThat(line.path("verdict").asText()).isEqualTo("denied");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void whatIsLongIsCut(String text) {
    door.validate(review((text + "x").repeat(1_000_000 / (text.length() + 1)), 3));

    JsonNode line = line();
    assertThat(line.path("name").asText()).endsWith("...");
    assertThat(line.path("name").asText().length()).isLessThanOrEqualTo(AuditLine.LONGEST + 3);
    assertThat(line.path("groups").get(0).asText().length())
        .isLessThanOrEqualTo(AuditLine.LONGEST_IN_LIST + 3);
  }

  @Test
  void ofManyGroupsTheFirstAreToldAndTheRestIsCounted() {
    door.validate(review("\u2028".repeat(100), 1000));

    assertThat(line().path("groups")).hasSize(AuditLine.MOST);
    assertThat(line().path("groupsLeftOut").asInt()).isEqualTo(1000 - AuditLine.MOST);
  }

  @Test
  void ofManyChangesTheFirstAreToldAndTheRestIsCounted() {
    ObjectNode object = Manifests.egress();
    object.withObject("/metadata").put("name", "n".repeat(300));
    ((ObjectNode) object.get("spec")).remove("metrics");
    door.mutate(ReviewText.create(object));

    assertThat(line().path("changes").size()).isBetween(1, AuditLine.MOST);
  }

  private JsonNode line() {
    assertThat(audit.lines()).hasSize(1);
    String line = audit.lines().get(0);
    assertThat(line.length()).isLessThanOrEqualTo(LONGEST_LINE);
    assertThat(line).matches("[ -~]+");
    return audit.last();
  }

  private static ObjectNode review(String text, int groups) {
    ObjectNode object = Manifests.egressWithCpu(80);
    object.withObject("/metadata").put("name", text);
    ObjectNode review = ReviewText.create(object);
    ReviewText.request(review).put("namespace", text);
    ObjectNode user = ReviewText.request(review).withObjectProperty("userInfo");
    user.put("username", text);
    ArrayNode all = user.putArray("groups");
    for (int i = 0; i < groups; i++) {
      all.add(text + i);
    }
    return review;
  }
}
