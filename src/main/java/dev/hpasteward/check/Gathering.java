package dev.hpasteward.check;

import dev.hpasteward.document.Manifest;
import dev.hpasteward.document.Manifest.Place;
import dev.hpasteward.document.ManifestText;
import dev.hpasteward.manifest.MalformedObject;
import dev.hpasteward.model.Excerpt;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.source.Mistake;
import dev.hpasteward.source.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads all objects of a call, so that each is judged with all others around it. */
final class Gathering {

  private final Settings settings;
  private final Inventory inventory;
  private final Map<ManifestText, List<Manifest>> judged = new LinkedHashMap<>();
  private final Map<String, Integer> others = new TreeMap<>();
  private final List<Mistake> mistakes = new ArrayList<>();

  /** What is wrong with an object as a whole, and where. */
  private record Complaint(FieldPath path, String text) {}

  private Gathering(Settings settings) {
    this.settings = settings;
    this.inventory = new Inventory(settings);
  }

  static Gathering of(List<ManifestText> texts, Settings settings) {
    Gathering gathering = new Gathering(settings);
    texts.forEach(gathering::read);
    return gathering;
  }

  /** Of a cluster: grouped by namespace. */
  static Gathering ofStored(StoredObjects objects, Settings settings) {
    Gathering gathering = new Gathering(settings);
    Map<String, List<Manifest>> byNamespace = new TreeMap<>();
    for (Manifest manifest : objects.manifests()) {
      byNamespace
          .computeIfAbsent(manifest.place().source(), key -> new ArrayList<>())
          .add(manifest);
    }
    byNamespace.forEach(
        (source, manifests) ->
            gathering.judged.put(ManifestText.none(source), gathering.wellFormed(manifests)));
    return gathering;
  }

  private List<Manifest> wellFormed(List<Manifest> manifests) {
    List<Manifest> readable = new ArrayList<>();
    for (Manifest manifest : manifests) {
      Optional<Complaint> complaint = complaint(manifest);
      complaint.ifPresent(
          told ->
              mistakes.add(
                  new Mistake(manifest.place().source(), 0, 0, "", name(manifest) + told.text())));
      if (complaint.isEmpty() && Kind.of(manifest).isJudged()) {
        readable.add(manifest);
      }
    }
    return readable;
  }

  private static String name(Manifest manifest) {
    return "%s %s: "
        .formatted(
            manifest.kind(),
            Excerpt.plain(manifest.object().path("metadata").path("name").asText()));
  }

  Inventory inventory() {
    return inventory;
  }

  /** What admission would be asked about, text by text. */
  Map<ManifestText, List<Manifest>> judged() {
    return judged;
  }

  /** How many objects there are of each kind that nobody looks at. */
  Map<String, Integer> others() {
    return others;
  }

  List<Mistake> mistakes() {
    return mistakes;
  }

  private void read(ManifestText text) {
    ManifestText.Contents contents =
        text.contents((apiVersion, kind) -> Kind.of(apiVersion, kind).isPresent());
    contents.others().forEach((kind, count) -> others.merge(kind, count, Integer::sum));
    mistakes.addAll(contents.mistakes());
    Map<Place, Complaint> complaints = new LinkedHashMap<>();
    List<Manifest> readable = new ArrayList<>();
    for (Manifest manifest : contents.manifests()) {
      Optional<Complaint> complaint = complaint(manifest);
      if (complaint.isPresent()) {
        complaints.put(manifest.place(), complaint.get());
      } else if (Kind.of(manifest).isJudged()) {
        readable.add(manifest);
      }
    }
    tell(text, complaints);
    judged.put(text, readable);
  }

  private Optional<Complaint> complaint(Manifest manifest) {
    Kind kind = Kind.of(manifest);
    String version = manifest.apiVersion();
    if (kind == Kind.AUTOSCALER && !settings.version().servesAutoscaling(version)) {
      return Optional.of(
          new Complaint(
              FieldPath.of("apiVersion"),
              "found %s, which Kubernetes %s does not have; write autoscaling/v2"
                  .formatted(Excerpt.quoted(version), settings.version())));
    }
    if (kind == Kind.WORKLOAD && !version.equals("apps/v1")) {
      return Optional.of(
          new Complaint(
              FieldPath.of("apiVersion"),
              "found a Deployment of %s, which Kubernetes no longer has; write apps/v1"
                  .formatted(Excerpt.quoted(version))));
    }
    try {
      inventory.add(kind, ApiServer.received(kind, manifest.object(), settings));
      return Optional.empty();
    } catch (MalformedObject e) {
      return Optional.of(new Complaint(e.path(), e.text()));
    }
  }

  private void tell(ManifestText text, Map<Place, Complaint> complaints) {
    if (complaints.isEmpty()) {
      return;
    }
    Map<Place, Set<FieldPath>> paths = new HashMap<>();
    complaints.forEach((place, complaint) -> paths.put(place, Set.of(complaint.path())));
    Map<Place, Map<FieldPath, Position>> positions = text.positions(paths);
    complaints.forEach(
        (place, complaint) -> {
          Position at =
              positions
                  .getOrDefault(place, Map.of())
                  .getOrDefault(complaint.path(), new Position(1, 1));
          mistakes.add(new Mistake(place.source(), at.line(), at.column(), "", complaint.text()));
        });
  }
}
