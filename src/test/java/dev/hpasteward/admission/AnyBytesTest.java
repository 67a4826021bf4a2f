package dev.hpasteward.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/** What holds whatever is sent. */
@AddLifecycleHook(QuietLog.class)
class AnyBytesTest {

  private final InnerDoor door = new InnerDoor(WrittenStrategy.policy());

  @Property(tries = 1000, shrinking = ShrinkingMode.BOUNDED)
  void bytesThatAreNoReviewArePermittedNothing(@ForAll byte[] body) {
    for (Reply reply : List.of(door.validate(body), door.mutate(body))) {
      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.allowed()).isFalse();
    }
  }

  @Property(tries = 1000, shrinking = ShrinkingMode.BOUNDED)
  void aDamagedReviewIsAnsweredAllTheSame(@ForAll Random random) {
    byte[] body = ReviewText.bytes(review(random));
    for (int i = random.nextInt(3); i >= 0; i--) {
      body[random.nextInt(body.length)] = (byte) random.nextInt(256);
    }
    for (Reply reply : List.of(door.validate(body), door.mutate(body))) {
      assertAnswered(reply);
    }
  }

  @Provide
  Arbitrary<JsonNode> garbage() {
    return Arbitraries.of(
            "null",
            "true",
            "-1",
            "0",
            "2147483647",
            "99999999999",
            "1.5",
            "1e400",
            "''",
            "x",
            "'\\u0000\\u001b'",
            "[]",
            "{}",
            "[null]",
            "[[[]]]",
            "{a: null}",
            "{'': {}}",
            "'" + "9".repeat(70) + "'",
            "1e9999",
            "-1e-9999",
            "autoscaling/v1",
            "Disabled")
        .map(text -> Manifests.parse("{it: " + text + "}").get("it"));
  }

  @Property(tries = 2000, shrinking = ShrinkingMode.BOUNDED)
  void aReviewWithSubtreesDroppedOrReplacedIsAnswered(
      @ForAll Random random, @ForAll("garbage") JsonNode garbage) {
    ObjectNode review = review(random);
    for (int i = random.nextInt(3); i >= 0; i--) {
      damage(review, random, garbage);
    }
    byte[] body = ReviewText.bytes(review);
    JsonNode uid = review.path("request").path("uid");

    for (Reply reply : List.of(door.validate(body), door.mutate(body))) {
      assertAnswered(reply);
      if (uid.isTextual()) {
        assertThat(reply.uid()).isEqualTo(uid.textValue());
      }
    }
  }

  private static ObjectNode review(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> ReviewText.create(Manifests.sfu());
      case 1 -> ReviewText.update(Manifests.egressWithCpu(80), Manifests.egress());
      case 2 -> ReviewText.delete(Manifests.egress());
      default -> ReviewText.create(Manifests.egressWithCpu(80));
    };
  }

  private static void damage(JsonNode tree, Random random, JsonNode garbage) {
    List<ContainerNode<?>> places = new ArrayList<>();
    collect(tree, places);
    ContainerNode<?> place = places.get(random.nextInt(places.size()));
    if (place.isEmpty()) {
      return;
    }
    int chosen = random.nextInt(place.size());
    boolean drop = random.nextBoolean();
    if (place instanceof ObjectNode object) {
      String name = new ArrayList<>(object.properties()).get(chosen).getKey();
      if (drop) {
        object.remove(name);
      } else {
        object.set(name, garbage.deepCopy());
      }
    } else if (place instanceof ArrayNode list) {
      if (drop) {
        list.remove(chosen);
      } else {
        list.set(chosen, garbage.deepCopy());
      }
    }
  }

  private static void collect(JsonNode tree, List<ContainerNode<?>> places) {
    if (tree instanceof ContainerNode<?> container) {
      places.add(container);
      container.forEach(child -> collect(child, places));
    }
  }

  private static void assertAnswered(Reply reply) {
    assertThat(reply.status()).isIn(200, 400);
    assertThat(reply.response().path("allowed").isBoolean()).isTrue();
    assertThat(reply.allowed() && reply.status() != 200).isFalse();
    // The uid is echoed as it came: of ASCII, DEL is the one control character that JSON lets
    // stand.
    assertThat(reply.body()).hasSizeLessThan(20_000).matches("[ -\\x7f]*");
    assertThat(reply.body()).doesNotContain("Exception", "dev.hpasteward.");
  }
}
