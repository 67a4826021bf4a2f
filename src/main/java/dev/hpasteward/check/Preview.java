package dev.hpasteward.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hpasteward.cluster.reconcile.Outlook;
import dev.hpasteward.cluster.state.ObjectKey;
import dev.hpasteward.decision.Finding;
import dev.hpasteward.document.Manifest;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.policy.RuleId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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

  private static final String AUTOSCALER = "HorizontalPodAutoscaler";

  /**
   * An object for which something changes.
   *
   * @param now how it stands; empty if it would be generated
   * @param then how it would stand; empty if it would be removed
   * @param news findings that it does not have now
   * @param rewrites what the reconciler would write
   * @param move where replicas could go for that
   */
  public record Entry(
      Optional<Verdict> now,
      Optional<Verdict> then,
      List<Finding> news,
      List<Rewrite> rewrites,
      Optional<ReplicaMove> move) {

    public Entry {
      news = List.copyOf(news);
      rewrites = List.copyOf(rewrites);
    }

    /** As it would stand, or as it did before it went. */
    public Verdict object() {
      return then.or(() -> now).orElseThrow();
    }

    public Fate fate() {
      if (now.isEmpty()) {
        return Fate.GENERATED;
      }
      if (then.isEmpty()) {
        return Fate.REMOVED;
      }
      return rewrites.isEmpty() ? Fate.KEPT : Fate.REWRITTEN;
    }

    private boolean changes() {
      return fate() != Fate.KEPT
          || !news.isEmpty()
          || !now.map(Verdict::outcome).equals(then.map(Verdict::outcome))
          || !now.flatMap(Verdict::serviceType).equals(then.flatMap(Verdict::serviceType));
    }
  }

  /** What the reconciler would do with an object. */
  public enum Fate {
    KEPT,
    GENERATED,
    REWRITTEN,
    REMOVED
  }

  /**
   * A value that would be written.
   *
   * @param path where
   * @param from what is there
   * @param to what would be there
   */
  public record Rewrite(String path, String from, String to) {}

  private record Key(String kind, ObjectKey key) {
    static Key of(Manifest manifest) {
      JsonNode metadata = manifest.object().path("metadata");
      return new Key(
          manifest.kind(),
          new ObjectKey(metadata.path("namespace").asText(""), metadata.path("name").asText()));
    }

    static Key of(Verdict verdict) {
      return new Key(verdict.manifest().kind(), new ObjectKey(verdict.namespace(), verdict.name()));
    }
  }

  public Preview {
    entries = List.copyOf(entries);
  }

  /**
   * Compares how objects stand by two policies, after the reconciler has done by the second one
   * what it does at once.
   */
  public static Preview of(StoredObjects objects, Settings now, Settings then) {
    Outlook outlook =
        Outlook.of(
            Gathering.ofStored(objects, then).inventory().state(),
            then.policy(),
            then.version().keepsTolerances(),
            then.now());
    Map<Key, Verdict> before = byKey(Examination.ofStored(objects, now).result());
    Examination.Result result = Examination.ofStored(reconciled(objects, outlook), then).result();
    Map<Key, Verdict> after = byKey(result);
    Set<Key> all = new LinkedHashSet<>(before.keySet());
    all.addAll(after.keySet());
    List<Entry> entries = new ArrayList<>();
    Map<Key, Manifest> stored = new HashMap<>();
    objects.manifests().forEach(manifest -> stored.put(Key.of(manifest), manifest));
    for (Key key : all) {
      Entry entry =
          entry(Optional.ofNullable(before.get(key)), Optional.ofNullable(after.get(key)), stored);
      if (entry.changes()) {
        entries.add(entry);
      }
    }
    return new Preview(entries, all.size() - entries.size(), result);
  }

  private static Map<Key, Verdict> byKey(Examination.Result result) {
    Map<Key, Verdict> verdicts = new LinkedHashMap<>();
    result.verdicts().forEach(verdict -> verdicts.put(Key.of(verdict), verdict));
    return verdicts;
  }

  private static StoredObjects reconciled(StoredObjects objects, Outlook outlook) {
    Map<ObjectKey, JsonNode> generated = new LinkedHashMap<>(outlook.applied());
    List<Manifest> reconciled = new ArrayList<>();
    for (Manifest manifest : objects.manifests()) {
      if (!manifest.kind().equals(AUTOSCALER)) {
        reconciled.add(manifest);
        continue;
      }
      ObjectKey key = Key.of(manifest).key();
      if (!outlook.removed().contains(key)) {
        JsonNode body = generated.remove(key);
        reconciled.add(
            body == null
                ? manifest
                : StoredObjects.manifest(GeneratedChanges.written(manifest.object(), body)));
      }
    }
    generated
        .values()
        .forEach(body -> reconciled.add(StoredObjects.manifest(GeneratedChanges.generated(body))));
    return new StoredObjects(reconciled);
  }

  private static Entry entry(
      Optional<Verdict> now, Optional<Verdict> then, Map<Key, Manifest> stored) {
    if (then.isEmpty()) {
      return new Entry(now, then, List.of(), List.of(), Optional.empty());
    }
    JsonNode wanted = then.get().manifest().object();
    if (now.isEmpty()) {
      Key deployment =
          new Key(
              "Deployment",
              new ObjectKey(
                  then.get().namespace(),
                  wanted.path("spec").path("scaleTargetRef").path("name").asText()));
      return new Entry(
          now,
          then,
          List.of(),
          List.of(),
          Optional.ofNullable(stored.get(deployment))
              .flatMap(found -> ReplicaMove.first(found.object(), wanted)));
    }
    JsonNode before = now.get().manifest().object();
    List<Rewrite> rewrites = GeneratedChanges.between(before, wanted);
    return new Entry(
        now,
        then,
        news(now.get(), then.get()),
        rewrites,
        rewrites.isEmpty() ? Optional.empty() : ReplicaMove.of(before, wanted));
  }

  private static List<Finding> news(Verdict now, Verdict then) {
    record Known(RuleId rule, FieldPath path, String allowed) {
      static Known of(Verdict.Placed placed) {
        Finding finding = placed.finding();
        return new Known(finding.rule(), finding.path(), finding.allowed());
      }
    }
    Set<Known> known = new HashSet<>();
    now.findings().forEach(placed -> known.add(Known.of(placed)));
    return then.findings().stream()
        .filter(placed -> !known.contains(Known.of(placed)))
        .map(Verdict.Placed::finding)
        .toList();
  }
}
