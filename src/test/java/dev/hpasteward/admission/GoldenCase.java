package dev.hpasteward.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.manifest.AutoscalerReader;
import dev.hpasteward.manifest.MalformedObject;
import dev.hpasteward.model.Rival;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.model.Surroundings.Target;
import dev.hpasteward.policy.Corrections;
import dev.hpasteward.policy.ScalingPolicy;
import io.fabric8.zjsonpatch.JsonPatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A write and the world it is sent to.
 *
 * @param rule the folder, named like the rule
 * @param name the file without its ending
 * @param input fields {@code object}, and where they matter {@code oldObject}, {@code target} (a
 *     service type, {@code missing} or {@code unknown}), {@code requestKind} (a version), {@code
 *     corrections}, {@code floor}, {@code ceiling}, {@code tolerancesKept}, {@code rivals} (HPAs,
 *     or the names of ScaledObjects), {@code verticalAutoscalers} (names), {@code namespaceLabels},
 *     {@code ownership}
 */
record GoldenCase(String rule, String name, ObjectNode input) {

  static GoldenCase read(Path file) throws IOException {
    String fileName = file.getFileName().toString();
    return new GoldenCase(
        rule(file),
        fileName.substring(0, fileName.length() - ".yaml".length()),
        Manifests.parse(Files.readString(file)));
  }

  /** The rule that the case's folder is named after. */
  static String rule(Path file) {
    return file.getName(file.getNameCount() - 2).toString();
  }

  private ScalingPolicy policy() {
    return WrittenStrategy.policy(
        Corrections.valueOf(input.path("corrections").asText("FILL")),
        number("floor"),
        number("ceiling"));
  }

  private OptionalInt number(String field) {
    return input.has(field) ? OptionalInt.of(input.get(field).intValue()) : OptionalInt.empty();
  }

  private Target target() {
    String target = input.path("target").asText();
    return switch (target) {
      case "" -> ScriptedTargets.found(Map.of());
      case "missing" -> new Target.Missing();
      case "unknown" -> new Target.Unknown();
      default -> ScriptedTargets.found(Map.of(StewardKeys.SERVICE_TYPE, target));
    };
  }

  private Surroundings surroundings(Surroundings alone) {
    return new Surroundings(
        alone.target(),
        alone.tolerancesKept(),
        true,
        Optional.of(texts("namespaceLabels")),
        input.has("rivals")
            ? input.get("rivals").valueStream().map(GoldenCase::rival).toList()
            : List.of(),
        input.path("verticalAutoscalers").valueStream().map(JsonNode::asText).toList(),
        Surroundings.Ownership.valueOf(input.path("ownership").asText("ANYBODY")));
  }

  private Map<String, String> texts(String field) {
    Map<String, String> texts = new HashMap<>();
    input.path(field).properties().forEach(e -> texts.put(e.getKey(), e.getValue().asText()));
    return texts;
  }

  private static Rival rival(JsonNode rival) {
    if (rival.isTextual()) {
      return new Rival.OfScaledObject(rival.textValue());
    }
    try {
      return new Rival.OfHpa(AutoscalerReader.read(rival, "media", "autoscaling/v2"));
    } catch (MalformedObject e) {
      throw new IllegalArgumentException(e);
    }
  }

  private ObjectNode review(JsonNode object) {
    ObjectNode review =
        input.has("oldObject")
            ? ReviewText.update(object, input.get("oldObject"))
            : ReviewText.create(object);
    if (input.has("requestKind")) {
      ((ObjectNode) ReviewText.request(review).get("requestKind"))
          .set("version", input.get("requestKind"));
    }
    return review;
  }

  /** What kubectl shows, and below it what it does not: what was changed, and the causes. */
  String outcome() {
    InnerDoor door = new InnerDoor(policy());
    door.targets.answer(target());
    door.features.answer(() -> input.path("tolerancesKept").asBoolean(true));
    door.view.around(this::surroundings);
    JsonNode object = input.get("object");

    Reply mutated = door.mutate(review(object));
    Reply validated = door.validate(review(JsonPatch.apply(mutated.patch(), object)));

    StringBuilder text = new StringBuilder();
    mutated.warnings().forEach(warning -> text.append("Warning: ").append(warning).append('\n'));
    validated.warnings().forEach(warning -> text.append("Warning: ").append(warning).append('\n'));
    if (validated.allowed()) {
      text.append("admitted\n");
    } else {
      text.append("Error from server (")
          .append(validated.response().path("status").path("reason").asText())
          .append("): admission webhook \"validate.hpa-steward.dev\" denied the request: ")
          .append(validated.message())
          .append('\n');
    }
    mutated.patch().forEach(operation -> text.append(changed(operation)));
    validated
        .response()
        .at("/status/details/causes")
        .forEach(
            cause ->
                text.append("cause: ")
                    .append(cause.path("field").asText())
                    .append(" | ")
                    .append(cause.path("message").asText())
                    .append('\n'));
    return text.toString();
  }

  private static String changed(JsonNode operation) {
    return "patch: %s %s %s%n"
        .formatted(
            operation.path("op").asText(),
            operation.path("path").asText(),
            operation.path("value"));
  }
}
