package dev.hpasteward.cluster.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.hpasteward.cluster.reconcile.Step.Occasion;
import dev.hpasteward.cluster.state.Seen;
import dev.hpasteward.manifest.AutoscalerReader;
import dev.hpasteward.manifest.Edits;
import dev.hpasteward.manifest.MalformedObject;
import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Metadata;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.Workload;
import dev.hpasteward.policy.ServiceTypePolicy;
import dev.hpasteward.synthesis.GeneratedAutoscaler;
import dev.hpasteward.synthesis.GeneratedName;
import dev.hpasteward.synthesis.ReplicaRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The HPA that a Deployment should have, and what it takes to get there. */
final class WantedAutoscaler {

  private final JsonNode body;
  private final Autoscaler wanted;
  private final ServiceTypePolicy type;
  private final ReplicaRange replicas;
  private final int running;
  private final Optional<Seen<Autoscaler>> stored;
  private final Circumstances circumstances;
  private final Optional<Instant> exemptUntil;

  private WantedAutoscaler(
      JsonNode body,
      Autoscaler wanted,
      ServiceTypePolicy type,
      ReplicaRange replicas,
      int running,
      Optional<Seen<Autoscaler>> stored,
      Circumstances circumstances,
      Optional<Instant> exemptUntil) {
    this.body = body;
    this.wanted = wanted;
    this.type = type;
    this.replicas = replicas;
    this.running = running;
    this.stored = stored;
    this.circumstances = circumstances;
    this.exemptUntil = exemptUntil;
  }

  /**
   * The HPA of this Deployment.
   *
   * @param stored the one that is to become it
   */
  static WantedAutoscaler of(
      Workload workload,
      ServiceTypePolicy type,
      Optional<Seen<Autoscaler>> stored,
      Circumstances circumstances) {
    BoundsExemption exemption = BoundsExemption.of(workload, circumstances);
    ReplicaRange replicas = ReplicaRange.of(workload, type.replicas(), exemption.holds());
    String name =
        stored
            .map(seen -> seen.key().name())
            .orElseGet(() -> GeneratedName.of(workload.metadata().name()));
    JsonNode body =
        Edits.apply(
            JsonNodeFactory.instance.objectNode(),
            GeneratedAutoscaler.edits(
                new GeneratedAutoscaler.Order(
                    name, workload, type, replicas, circumstances.tolerancesKept()),
                circumstances.policy()));
    return new WantedAutoscaler(
        body,
        read(body, workload.metadata()),
        type,
        replicas,
        workload.replicas().orElse(1),
        stored,
        circumstances,
        exemption.until());
  }

  private static Autoscaler read(JsonNode body, Metadata workload) {
    try {
      return AutoscalerReader.read(body, workload.namespace(), "autoscaling/v2");
    } catch (MalformedObject e) {
      throw new IllegalStateException("what we generate can be read", e);
    }
  }

  Plan plan() {
    List<String> changed =
        stored
            .map(
                seen ->
                    Difference.between(
                        wanted, seen.object(), circumstances.policy().generation().copyLabels()))
            .orElse(List.of());
    if (stored.isPresent() && changed.isEmpty()) {
      return Plan.nothing().lookingAgain(exemptUntil);
    }
    Occasion occasion = occasion();
    List<Note> notes = new ArrayList<>(List.of(note(occasion, changed)));
    if (replicas.raised() && !sameMaximum()) {
      notes.add(Notes.maximumRaised(replicas));
    }
    return new Plan(
        new Step.Apply(
            wanted.metadata().name(),
            body,
            stored.map(Step.Replaced::of),
            occasion,
            changed,
            urgent()),
        notes,
        exemptUntil);
  }

  /** An HPA whose maximum is below the running replicas removes the rest at its next sync. */
  private boolean urgent() {
    return stored.filter(seen -> seen.object().maxReplicas().orElse(running) < running).isPresent();
  }

  private boolean sameMaximum() {
    return stored
        .filter(seen -> seen.object().maxReplicas().equals(wanted.maxReplicas()))
        .isPresent();
  }

  private Occasion occasion() {
    if (stored.isEmpty()) {
      return Occasion.GENERATED;
    }
    Autoscaler before = stored.get().object();
    if (!before.appliedBySteward()) {
      return Occasion.ADOPTED;
    }
    boolean samePolicy =
        before
            .metadata()
            .annotation(StewardKeys.POLICY_VERSION)
            .filter(circumstances.policy().version()::equals)
            .isPresent();
    return samePolicy ? Occasion.REPAIRED : Occasion.POLICY_CHANGED;
  }

  private Note note(Occasion occasion, List<String> changed) {
    String name = wanted.metadata().name();
    return switch (occasion) {
      case GENERATED -> Notes.generated(name, type.name(), circumstances.policy().version());
      case REPAIRED -> Notes.repaired(name, changed);
      case POLICY_CHANGED -> Notes.followedPolicy(name, circumstances.policy().version());
      case ADOPTED -> Notes.adopted(name);
    };
  }
}
