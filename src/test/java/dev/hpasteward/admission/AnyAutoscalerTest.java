package dev.hpasteward.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.manifest.AutoscalerReader;
import dev.hpasteward.manifest.Edits;
import dev.hpasteward.manifest.MalformedObject;
import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.policy.Corrections;
import dev.hpasteward.synthesis.AutoscalerCompletion;
import io.fabric8.zjsonpatch.JsonPatch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/** What holds whatever an autoscaler says. */
@AddLifecycleHook(QuietLog.class)
class AnyAutoscalerTest {

  private static final int TRIES = 300;

  private final InnerDoor filling = new InnerDoor(WrittenStrategy.policy(Corrections.FILL));
  private final InnerDoor rewriting = new InnerDoor(WrittenStrategy.policy(Corrections.REWRITE));

  @Provide
  Arbitrary<ObjectNode> autoscalers() {
    return ArbitraryAutoscalers.governed();
  }

  private static JsonNode mutated(InnerDoor door, JsonNode object) {
    return JsonPatch.apply(door.mutate(ReviewText.create(object)).patch(), object);
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void mutatingTwiceChangesNothingMore(
      @ForAll("autoscalers") ObjectNode object, @ForAll boolean rewrite) {
    InnerDoor door = rewrite ? rewriting : filling;

    Reply again = door.mutate(ReviewText.create(mutated(door, object)));

    assertThat(again.patch()).isEmpty();
    assertThat(again.warnings()).isEmpty();
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void thePatchMakesTheRawObjectWhatItIsToBe(
      @ForAll("autoscalers") ObjectNode object, @ForAll boolean tolerancesKept)
      throws MalformedObject {
    filling.features.answer(() -> tolerancesKept);
    Autoscaler read = AutoscalerReader.read(object, "media", "autoscaling/v2");
    String type = read.metadata().label("hpa-steward.dev/service-type").orElseThrow();
    JsonNode intended =
        Edits.apply(
            object,
            AutoscalerCompletion.edits(
                read, WrittenStrategy.policy().serviceType(type).orElseThrow(), tolerancesKept));

    Reply reply = filling.mutate(ReviewText.create(object));

    assertThat(JsonPatch.apply(reply.patch(), object)).isEqualTo(intended);
    assertThat(reply.patch().isEmpty()).isEqualTo(intended.equals(object));
    assertThat(reply.patch().findValuesAsText("op")).isSubsetOf("add", "replace", "remove");
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void fillingInTouchesNothingThatIsThere(@ForAll("autoscalers") ObjectNode object) {
    assertContained(object, mutated(filling, object));
  }

  /** Lists may be longer, objects may have more, nulls and API defaults may have got a value. */
  private static void assertContained(JsonNode before, JsonNode after) {
    if (before.isObject()) {
      before
          .properties()
          .forEach(
              entry -> {
                if (!entry.getKey().equals("policies")) {
                  assertContained(entry.getValue(), after.path(entry.getKey()));
                }
              });
    } else if (before.isArray()) {
      for (int i = 0; i < before.size(); i++) {
        assertContained(before.get(i), after.path(i));
      }
    } else if (!before.isNull()) {
      assertThat(after).isEqualTo(before);
    }
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void neitherWebhookMakesARefusalOutOfAGoodObject(
      @ForAll("autoscalers") ObjectNode object, @ForAll boolean rewrite) {
    InnerDoor door = rewrite ? rewriting : filling;

    assertThat(causes(door.validate(ReviewText.create(mutated(door, object)))))
        .isSubsetOf(causes(door.validate(ReviewText.create(object))));
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void theOrderOfKeysDoesNotMatter(
      @ForAll("autoscalers") ObjectNode object, @ForAll Random random) {
    JsonNode shuffled = shuffled(object, random);

    Reply asWritten = filling.validate(ReviewText.create(object));
    Reply otherwise = filling.validate(ReviewText.create(shuffled));

    assertThat(otherwise).isEqualTo(asWritten);
    assertThat(mutated(filling, shuffled)).isEqualTo(mutated(filling, object));
  }

  private static JsonNode shuffled(JsonNode tree, Random random) {
    if (tree.isObject()) {
      List<String> names = new ArrayList<>();
      tree.fieldNames().forEachRemaining(names::add);
      Collections.shuffle(names, random);
      ObjectNode object = ((ObjectNode) tree).objectNode();
      names.forEach(name -> object.set(name, shuffled(tree.get(name), random)));
      return object;
    }
    if (tree.isArray()) {
      ArrayNode list = ((ArrayNode) tree).arrayNode();
      tree.forEach(element -> list.add(shuffled(element, random)));
      return list;
    }
    return tree;
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void theOrderOfMetricsMovesOnlyTheirIndex(
      @ForAll("autoscalers") ObjectNode object, @ForAll Random random) {
    ObjectNode shuffled = object.deepCopy();
    if (object.at("/spec/metrics") instanceof ArrayNode metrics) {
      List<JsonNode> order =
          new ArrayList<>(StreamSupport.stream(metrics.spliterator(), false).toList());
      Collections.shuffle(order, random);
      ((ObjectNode) shuffled.get("spec")).putArray("metrics").addAll(order);
    }

    Reply asWritten = filling.validate(ReviewText.create(object));
    Reply otherwise = filling.validate(ReviewText.create(shuffled));

    assertThat(otherwise.allowed()).isEqualTo(asWritten.allowed());
    assertThat(causes(otherwise)).containsExactlyInAnyOrderElementsOf(causes(asWritten));
    assertThat(sayings(otherwise)).containsExactlyInAnyOrderElementsOf(sayings(asWritten));
  }

  private static List<String> causes(Reply reply) {
    return StreamSupport.stream(reply.response().at("/status/details/causes").spliterator(), false)
        .map(cause -> withoutIndex(cause.path("message").asText()))
        .sorted()
        .toList();
  }

  /** Lines of the message and warnings, each once: equal ones may be told apart by index only. */
  private static List<String> sayings(Reply reply) {
    return Stream.concat(reply.message().lines(), reply.warnings().stream())
        .map(AnyAutoscalerTest::withoutIndex)
        .distinct()
        .toList();
  }

  private static String withoutIndex(String text) {
    return text.replaceAll("metrics\\[\\d+]", "metrics[*]");
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void aDryRunIsAnsweredByteForByteAsARealOne(
      @ForAll("autoscalers") ObjectNode object, @ForAll boolean rewrite) {
    InnerDoor door = rewrite ? rewriting : filling;
    ObjectNode real = ReviewText.create(object);
    ObjectNode dry = ReviewText.create(object);
    ReviewText.request(dry).put("dryRun", true);

    assertThat(door.mutate(dry)).isEqualTo(door.mutate(real));
    assertThat(door.validate(dry)).isEqualTo(door.validate(real));
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void everyAnswerKeepsTheBoundsOfTheApi(@ForAll("autoscalers") ObjectNode object) {
    Reply reply = filling.validate(ReviewText.create(object));

    assertThat(reply.warnings()).allMatch(warning -> warning.length() <= 120);
    assertThat(reply.warnings().stream().mapToInt(String::length).sum()).isLessThanOrEqualTo(4096);
    assertThat(reply.allowed()).isEqualTo(reply.message().isEmpty());
    assertThat(reply.message().lines()).allMatch(line -> line.matches("[ -~]{1,400}"));
  }
}
