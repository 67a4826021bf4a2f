package dev.hpasteward.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hpasteward.admission.Rehearsal;
import dev.hpasteward.check.Verdict.Placed;
import dev.hpasteward.decision.Finding;
import dev.hpasteward.decision.Governance;
import dev.hpasteward.document.Manifest;
import dev.hpasteward.document.Manifest.Place;
import dev.hpasteward.document.ManifestText;
import dev.hpasteward.manifest.MalformedObject;
import dev.hpasteward.message.Warnings;
import dev.hpasteward.model.Excerpt;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.policy.Action;
import dev.hpasteward.source.Mistake;
import dev.hpasteward.source.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Judges the objects of one call together. */
public final class Examination {

  private final Settings settings;
  private final Inventory inventory;
  private final List<Mistake> mistakes = new ArrayList<>();
  private final Map<String, Integer> others = new TreeMap<>();

  private Examination(Settings settings) {
    this.settings = settings;
    this.inventory = new Inventory(settings);
  }

  /**
   * What came of a call.
   *
   * @param verdicts of each HPA and Deployment, text by text, in their order
   * @param others how many objects there are of each kind that nobody looks at
   * @param mistakes what can't be read
   */
  public record Result(
      List<Verdict> verdicts, Map<String, Integer> others, List<Mistake> mistakes) {}

  /** Judges all that is in these texts. */
  public static Result of(List<ManifestText> texts, Settings settings) {
    return new Examination(settings).examine(texts);
  }

  private Result examine(List<ManifestText> texts) {
    Map<ManifestText, List<Manifest>> readable = new LinkedHashMap<>();
    for (ManifestText text : texts) {
      ManifestText.Contents contents =
          text.contents((apiVersion, kind) -> Kind.of(apiVersion, kind).isPresent());
      contents.others().forEach((kind, count) -> others.merge(kind, count, Integer::sum));
      mistakes.addAll(contents.mistakes());
      readable.put(text, readable(text, contents.manifests()));
    }
    List<Verdict> verdicts = new ArrayList<>();
    readable.forEach((text, manifests) -> verdicts.addAll(verdicts(text, manifests)));
    return new Result(verdicts, others, mistakes);
  }

  /** Those that admission would be asked about; all are taken into the inventory. */
  private List<Manifest> readable(ManifestText text, List<Manifest> manifests) {
    List<Manifest> judged = new ArrayList<>();
    Map<Place, MalformedObject> malformed = new HashMap<>();
    for (Manifest manifest : manifests) {
      Kind kind = kind(manifest);
      if (kind == Kind.AUTOSCALER && !settings.version().servesAutoscaling(manifest.apiVersion())) {
        mistakes.add(
            at(
                position(text, manifest.place(), FieldPath.of("apiVersion")),
                manifest.place(),
                "found %s, which Kubernetes %s does not have; write autoscaling/v2"
                    .formatted(Excerpt.quoted(manifest.apiVersion()), settings.version())));
        continue;
      }
      if (kind == Kind.WORKLOAD && !manifest.apiVersion().equals("apps/v1")) {
        mistakes.add(
            at(
                position(text, manifest.place(), FieldPath.of("apiVersion")),
                manifest.place(),
                "found a Deployment of %s, which Kubernetes no longer has; write apps/v1"
                    .formatted(Excerpt.quoted(manifest.apiVersion()))));
        continue;
      }
      try {
        inventory.add(kind, ApiServer.received(kind, manifest.object()));
        if (kind.isJudged()) {
          judged.add(manifest);
        }
      } catch (MalformedObject e) {
        malformed.put(manifest.place(), e);
      }
    }
    malformed(text, malformed);
    return judged;
  }

  private void malformed(ManifestText text, Map<Place, MalformedObject> malformed) {
    Map<Place, Set<FieldPath>> paths = new HashMap<>();
    malformed.forEach((place, e) -> paths.put(place, Set.of(e.path())));
    if (!paths.isEmpty()) {
      text.positions(paths)
          .forEach(
              (place, found) -> {
                MalformedObject e = malformed.get(place);
                if (e != null) {
                  found.forEach((path, position) -> mistakes.add(at(position, place, e.text())));
                }
              });
    }
  }

  private static Position position(ManifestText text, Place place, FieldPath path) {
    return text.positions(Map.of(place, Set.of(path)))
        .getOrDefault(place, Map.of())
        .getOrDefault(path, new Position(1, 1));
  }

  private static Mistake at(Position position, Place place, String text) {
    return new Mistake(place.source(), position.line(), position.column(), "", text);
  }

  private static Kind kind(Manifest manifest) {
    return Kind.of(manifest.apiVersion(), manifest.kind()).orElseThrow();
  }

  private List<Verdict> verdicts(ManifestText text, List<Manifest> manifests) {
    Map<Manifest, Rehearsal.Outcome> outcomes = new LinkedHashMap<>();
    Map<Place, Set<FieldPath>> paths = new HashMap<>();
    for (Manifest manifest : manifests) {
      try {
        Rehearsal.Outcome outcome = outcome(manifest);
        outcomes.put(manifest, outcome);
        Set<FieldPath> wanted = new HashSet<>(Set.of(FieldPath.ROOT));
        outcome.decision().findings().forEach(finding -> wanted.add(written(manifest, finding)));
        paths.put(manifest.place(), wanted);
      } catch (MalformedObject e) {
        throw new IllegalStateException("what could be read before can't be read now", e);
      }
    }
    Map<Place, Map<FieldPath, Position>> positions =
        paths.isEmpty() ? Map.of() : text.positions(paths);
    List<Verdict> verdicts = new ArrayList<>();
    outcomes.forEach(
        (manifest, outcome) ->
            verdicts.add(
                verdict(manifest, outcome, positions.getOrDefault(manifest.place(), Map.of()))));
    return verdicts;
  }

  private Rehearsal.Outcome outcome(Manifest manifest) throws MalformedObject {
    Kind kind = kind(manifest);
    JsonNode received = ApiServer.received(kind, manifest.object());
    return Rehearsal.of(
        new Rehearsal.Creation(
            received,
            kind == Kind.AUTOSCALER,
            manifest.apiVersion(),
            settings.namespaceOf(received)),
        new Rehearsal.Setting(
            inventory::around,
            object -> ApiServer.changed(kind, object),
            settings.policy(),
            settings.rules(),
            settings.now()));
  }

  private Verdict verdict(
      Manifest manifest, Rehearsal.Outcome outcome, Map<FieldPath, Position> positions) {
    Position start = positions.getOrDefault(FieldPath.ROOT, new Position(1, 1));
    JsonNode metadata = outcome.stored().path("metadata");
    String name = metadata.path("name").asText("");
    return new Verdict(
        manifest,
        start,
        settings.namespaceOf(outcome.stored()),
        name.isEmpty() ? metadata.path("generateName").asText("") + "*" : name,
        outcome.decision().governance().serviceType().map(type -> type.name()),
        word(outcome),
        outcome.denial().map(denial -> denial.message()).orElse(""),
        outcome.warnings(),
        remarks(outcome),
        outcome.decision().findings().stream()
            .map(
                finding ->
                    new Placed(finding, positions.getOrDefault(written(manifest, finding), start)))
            .toList(),
        outcome.corrected(),
        outcome.filledIn());
  }

  private static Verdict.Outcome word(Rehearsal.Outcome outcome) {
    if (outcome.denial().isPresent()) {
      return Verdict.Outcome.DENIED;
    }
    boolean warned =
        !outcome.warnings().isEmpty()
            || outcome.decision().findings().stream()
                .anyMatch(finding -> finding.action() == Action.WARN);
    if (warned) {
      return Verdict.Outcome.WARNED;
    }
    return outcome.decision().governance() instanceof Governance.Governed
        ? Verdict.Outcome.ALLOWED
        : Verdict.Outcome.UNGOVERNED;
  }

  /** What is shown besides the findings. */
  private static List<String> remarks(Rehearsal.Outcome outcome) {
    List<String> remarks = new ArrayList<>(outcome.warnings());
    remarks.removeAll(
        Warnings.of(
            outcome.decision().findings(Action.WARN).stream()
                .filter(finding -> finding.exemption().isEmpty())
                .toList()));
    outcome.denial().ifPresent(denial -> remarks.addAll(denial.notes()));
    return remarks;
  }

  /** The path in the text: v1 has one field for what is a list of v2. */
  private static FieldPath written(Manifest manifest, Finding finding) {
    boolean metric = finding.path().toString().startsWith("spec.metrics[");
    return manifest.apiVersion().equals("autoscaling/v1") && metric
        ? FieldPath.of("spec.targetCPUUtilizationPercentage")
        : finding.path();
  }
}
