package dev.hpasteward.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hpasteward.decision.Finding;
import dev.hpasteward.manifest.MalformedObject;
import dev.hpasteward.model.Deadline;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.policy.Mode;
import dev.hpasteward.policy.RuleId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What another policy would change in a cluster.
 *
 * @param entries what would change, in the order of the objects
 * @param unchanged how many objects would fare as they do
 * @param then how all of them would stand
 */
public record Preview(List<Entry> entries, int unchanged, Examination.Result then) {

  /**
   * An object for which something changes.
   *
   * @param now how it stands
   * @param then how it would stand
   * @param news findings that it does not have now
   * @param rewrites what the reconciler would write at once, if the HPA is its own
   * @param move where its replicas could go for that
   */
  public record Entry(
      Verdict now,
      Verdict then,
      List<Finding> news,
      List<Rewrite> rewrites,
      Optional<ReplicaMove> move) {}

  /**
   * A value that would be written.
   *
   * @param path where
   * @param from what is there
   * @param to what would be there
   */
  public record Rewrite(String path, String from, String to) {}

  public Preview {
    entries = List.copyOf(entries);
  }

  /**
   * Compares how objects stand by two policies. An HPA that the reconciler rewrites at once stands
   * then as it will be written.
   */
  public static Preview of(List<JsonNode> objects, Settings now, Settings then) {
    Map<String, JsonNode> deployments = deployments(objects, now);
    Map<String, Map<String, String>> namespaces = namespaces(objects);
    List<JsonNode> rewritten =
        objects.stream()
            .map(
                object ->
                    isKept(object, namespaces, then)
                        ? rewritten(object, deployments, then)
                        : object)
            .toList();
    Examination.Result before = Examination.ofStored(objects, now).result();
    Examination.Result after = Examination.ofStored(rewritten, then).result();
    List<Entry> entries = new ArrayList<>();
    int unchanged = 0;
    for (int i = 0; i < after.verdicts().size(); i++) {
      Entry entry = entry(before.verdicts().get(i), after.verdicts().get(i));
      if (changes(entry)) {
        entries.add(entry);
      } else {
        unchanged++;
      }
    }
    return new Preview(entries, unchanged, after);
  }

  private static Map<String, JsonNode> deployments(List<JsonNode> objects, Settings settings) {
    Map<String, JsonNode> deployments = new HashMap<>();
    for (JsonNode object : objects) {
      if (object.path("kind").asText().equals("Deployment")) {
        deployments.put(
            settings.namespaceOf(object) + "/" + object.path("metadata").path("name").asText(),
            object);
      }
    }
    return deployments;
  }

  /** The labels of each. */
  private static Map<String, Map<String, String>> namespaces(List<JsonNode> objects) {
    Map<String, Map<String, String>> namespaces = new HashMap<>();
    for (JsonNode object : objects) {
      if (object.path("kind").asText().equals("Namespace")) {
        Map<String, String> labels = new HashMap<>();
        JsonNode metadata = object.path("metadata");
        metadata
            .path("labels")
            .properties()
            .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        namespaces.put(metadata.path("name").asText(), labels);
      }
    }
    return namespaces;
  }

  /** Whether the reconciler keeps it right: it generated it, and may write there. */
  private static boolean isKept(
      JsonNode object, Map<String, Map<String, String>> namespaces, Settings settings) {
    return GeneratedChanges.isGenerated(object)
        && settings
                .policy()
                .modes()
                .of(Optional.ofNullable(namespaces.get(settings.namespaceOf(object))))
            == Mode.ENFORCE;
  }

  /** While a person has paused it, nobody writes it. */
  private static boolean isPaused(JsonNode deployment, Settings settings) {
    String until =
        deployment.path("metadata").path("annotations").path(StewardKeys.PAUSED_UNTIL).asText("");
    return !until.isEmpty()
        && Deadline.parse(until).map(end -> settings.now().isBefore(end)).orElse(true);
  }

  private static JsonNode rewritten(
      JsonNode object, Map<String, JsonNode> deployments, Settings settings) {
    String target = object.path("spec").path("scaleTargetRef").path("name").asText();
    JsonNode deployment = deployments.get(settings.namespaceOf(object) + "/" + target);
    if (deployment == null || isPaused(deployment, settings)) {
      return object;
    }
    try {
      return GeneratedChanges.rewritten(object, deployment, settings);
    } catch (MalformedObject e) {
      // Told as unreadable already.
      return object;
    }
  }

  private static boolean changes(Entry entry) {
    return entry.now().outcome() != entry.then().outcome()
        || !entry.now().serviceType().equals(entry.then().serviceType())
        || !entry.news().isEmpty()
        || !entry.rewrites().isEmpty();
  }

  private static Entry entry(Verdict now, Verdict then) {
    JsonNode stored = now.manifest().object();
    JsonNode written = then.manifest().object();
    List<Rewrite> rewrites = GeneratedChanges.between(stored, written);
    return new Entry(
        now,
        then,
        news(now, then),
        rewrites,
        rewrites.isEmpty() ? Optional.empty() : ReplicaMove.of(stored, written));
  }

  private static List<Finding> news(Verdict now, Verdict then) {
    record Known(RuleId rule, FieldPath path, String allowed) {}
    Set<Known> known = new HashSet<>();
    now.findings()
        .forEach(
            placed ->
                known.add(
                    new Known(
                        placed.finding().rule(),
                        placed.finding().path(),
                        placed.finding().allowed())));
    return then.findings().stream()
        .map(Verdict.Placed::finding)
        .filter(
            finding ->
                !known.contains(new Known(finding.rule(), finding.path(), finding.allowed())))
        .toList();
  }
}
