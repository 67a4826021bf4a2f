package dev.hpasteward.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hpasteward.admission.Rehearsal;
import dev.hpasteward.check.Verdict.Placed;
import dev.hpasteward.decision.Governance;
import dev.hpasteward.document.Manifest;
import dev.hpasteward.document.Manifest.Place;
import dev.hpasteward.document.ManifestText;
import dev.hpasteward.document.Wanted;
import dev.hpasteward.manifest.MalformedObject;
import dev.hpasteward.message.Warnings;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.policy.Action;
import dev.hpasteward.policy.Corrections;
import dev.hpasteward.source.Mistake;
import dev.hpasteward.source.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges the objects of one call together. */
public final class Examination {

  /** Of objects that are in no text. */
  private static final Position NOWHERE = new Position(0, 0);

  private final Settings settings;
  private final Gathering gathering;

  private Examination(Gathering gathering, Settings settings) {
    this.settings = settings;
    this.gathering = gathering;
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

  /** How far objects are to be changed. */
  public enum Extent {
    /** As admission would change them. */
    ADMISSION,
    /** Until the policy has nothing against them, as far as there is one right value. */
    POLICY
  }

  /** All that is in these texts. */
  public static Examination of(List<ManifestText> texts, Settings settings) {
    return new Examination(Gathering.of(texts, settings), settings);
  }

  /** All that is stored in a cluster. */
  public static Examination ofStored(StoredObjects objects, Settings settings) {
    return new Examination(Gathering.ofStored(objects, settings), settings);
  }

  /** Judges all of it. */
  public Result result() {
    List<Verdict> verdicts = new ArrayList<>();
    gathering.judged().forEach((text, manifests) -> verdicts.addAll(verdicts(text, manifests)));
    return new Result(verdicts, gathering.others(), gathering.mistakes());
  }

  /** What the objects should say instead, for each text in which there is something to change. */
  public Map<ManifestText, Map<Place, Wanted>> wanted(Extent extent) {
    Map<ManifestText, Map<Place, Wanted>> wanted = new LinkedHashMap<>();
    gathering
        .judged()
        .forEach(
            (text, manifests) -> {
              Map<Place, Wanted> changes = new LinkedHashMap<>();
              for (Manifest manifest : manifests) {
                wanted(manifest, extent).ifPresent(change -> changes.put(manifest.place(), change));
              }
              if (!changes.isEmpty()) {
                wanted.put(text, changes);
              }
            });
    return wanted;
  }

  private Optional<Wanted> wanted(Manifest manifest, Extent extent) {
    JsonNode received = received(manifest);
    return switch (extent) {
      case ADMISSION -> Amendment.asAdmissionWould(manifest, received, outcome(manifest, settings));
      case POLICY ->
          Amendment.asThePolicyWants(
              manifest,
              received,
              outcome(manifest, settings.under(settings.policy().correcting(Corrections.REWRITE))),
              settings);
    };
  }

  /** Of each object no more is kept than what is told of it. */
  private List<Verdict> verdicts(ManifestText text, List<Manifest> manifests) {
    List<Verdict> verdicts =
        manifests.stream().map(manifest -> verdict(manifest, outcome(manifest, settings))).toList();
    Map<Place, Set<FieldPath>> paths = new HashMap<>();
    for (Verdict verdict : verdicts) {
      Set<FieldPath> wanted = new HashSet<>(Set.of(FieldPath.ROOT));
      verdict.findings().forEach(placed -> wanted.add(written(verdict, placed)));
      paths.put(verdict.manifest().place(), wanted);
    }
    if (settings.stored() || paths.isEmpty()) {
      return verdicts;
    }
    Map<Place, Map<FieldPath, Position>> positions = text.positions(paths);
    return verdicts.stream()
        .map(
            verdict ->
                placed(verdict, positions.getOrDefault(verdict.manifest().place(), Map.of())))
        .toList();
  }

  private static Verdict placed(Verdict verdict, Map<FieldPath, Position> positions) {
    Position start = positions.getOrDefault(FieldPath.ROOT, NOWHERE);
    return verdict.at(
        start,
        verdict.findings().stream()
            .map(
                placed ->
                    new Placed(
                        placed.finding(), positions.getOrDefault(written(verdict, placed), start)))
            .toList());
  }

  private JsonNode received(Manifest manifest) {
    return ApiServer.received(Kind.of(manifest), manifest.object(), settings);
  }

  private Rehearsal.Outcome outcome(Manifest manifest, Settings by) {
    Kind kind = Kind.of(manifest);
    JsonNode received = received(manifest);
    try {
      return rehearsed(
          new Rehearsal.Creation(
              received,
              kind == Kind.AUTOSCALER,
              manifest.apiVersion(),
              settings.namespaceOf(received)),
          new Rehearsal.Setting(
              gathering.inventory()::around,
              object -> ApiServer.changed(kind, object, settings.version()),
              by.policy(),
              by.rules(),
              by.now()));
    } catch (MalformedObject e) {
      throw new IllegalStateException("what could be read before can't be read now", e);
    }
  }

  private Rehearsal.Outcome rehearsed(Rehearsal.Creation creation, Rehearsal.Setting setting)
      throws MalformedObject {
    return settings.stored()
        ? Rehearsal.ofStored(creation, setting)
        : Rehearsal.of(creation, setting);
  }

  private Verdict verdict(Manifest manifest, Rehearsal.Outcome outcome) {
    JsonNode metadata = outcome.stored().path("metadata");
    String name = metadata.path("name").asText("");
    return new Verdict(
        manifest,
        NOWHERE,
        settings.namespaceOf(outcome.stored()),
        name.isEmpty() ? metadata.path("generateName").asText("") + "*" : name,
        outcome.decision().governance().serviceType().map(type -> type.name()),
        word(outcome),
        outcome.denial().map(denial -> denial.message()).orElse(""),
        outcome.warnings(),
        remarks(outcome),
        outcome.decision().findings().stream()
            .map(finding -> new Placed(finding, NOWHERE))
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

  /** The path in the text. */
  private static FieldPath written(Verdict verdict, Placed placed) {
    FieldPath path = placed.finding().path();
    return verdict.manifest().apiVersion().equals(VersionOne.API_VERSION)
        ? new VersionOne(verdict.manifest().object()).written(path)
        : path;
  }
}
