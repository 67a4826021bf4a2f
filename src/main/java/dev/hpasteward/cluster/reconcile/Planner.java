package dev.hpasteward.cluster.reconcile;

import dev.hpasteward.cluster.state.ObjectKey;
import dev.hpasteward.cluster.state.Seen;
import dev.hpasteward.decision.Governance;
import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Deadline;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.Workload;
import dev.hpasteward.policy.Mode;
import dev.hpasteward.policy.ServiceTypePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides what is to be done about one Deployment's HPA. */
final class Planner {

  /** A Deployment may be seen before its namespace: they are watched apart. */
  private static final Duration UNTIL_NAMESPACE_IS_SEEN = Duration.ofSeconds(2);

  private final ObjectKey deployment;
  private final Circumstances circumstances;
  private final Claims claims;

  private Planner(ObjectKey deployment, Circumstances circumstances, Claims claims) {
    this.deployment = deployment;
    this.circumstances = circumstances;
    this.claims = claims;
  }

  /** The plan for a Deployment, which may exist no more. */
  static Plan plan(ObjectKey deployment, Circumstances circumstances) {
    Optional<Seen<Workload>> seen = circumstances.state().workloads().get(deployment);
    Planner planner =
        new Planner(
            deployment,
            circumstances,
            Claims.on(deployment, seen.map(Seen::object), circumstances.state()));
    return seen.map(planner::plan).orElseGet(planner::afterDeletion);
  }

  /** Garbage collection takes what has an owner; who deletes with orphans leaves ours behind. */
  private Plan afterDeletion() {
    Optional<Mode> mode = mode();
    return mode.filter(known -> known == Mode.ENFORCE || known == Mode.OFF).isPresent()
        ? withdraw("its Deployment is gone", false)
        : Plan.nothing();
  }

  private Plan plan(Seen<Workload> seen) {
    Workload workload = seen.object();
    if (seen.beingDeleted() || workload.metadata().uid().isEmpty()) {
      return Plan.nothing();
    }
    Optional<Mode> mode = mode();
    if (mode.isEmpty()) {
      return Plan.nothingUntil(circumstances.now().plus(UNTIL_NAMESPACE_IS_SEEN));
    }
    // Two autoscalers would stop each other, pause or no pause: the rival was let in since ours
    // goes.
    if (mode.get() == Mode.ENFORCE && claims.hasRival() && claims.generated().isPresent()) {
      return withdraw(rival() + " scales the Deployment too", false);
    }
    return pause(workload)
        .orElseGet(
            () ->
                switch (mode.get()) {
                  case OFF -> withdraw("its namespace is switched off", true);
                  case WARN, AUDIT -> Plan.nothing();
                  case ENFORCE -> enforce(workload);
                });
  }

  private Optional<Mode> mode() {
    return circumstances
        .state()
        .namespaceLabels(deployment.namespace())
        .map(labels -> circumstances.policy().modes().of(Optional.of(labels)));
  }

  /** What a person's pause leaves to do; empty if there is none, or it is over. */
  private Optional<Plan> pause(Workload workload) {
    Optional<String> until = workload.metadata().annotation(StewardKeys.PAUSED_UNTIL);
    if (until.isEmpty()) {
      return Optional.empty();
    }
    Optional<Instant> end = Deadline.parse(until.get());
    return end.isEmpty()
        ? Optional.of(Plan.nothing(Notes.pauseUnreadable(until.get())))
        : end.filter(circumstances.now()::isBefore).map(Plan::nothingUntil);
  }

  private Plan enforce(Workload workload) {
    Governance governance = Governance.ofWorkload(workload, circumstances.policy());
    if (governance instanceof Governance.Governed governed) {
      return claims.hasRival() ? tellOfRivals(workload) : keepRight(workload, governed.type());
    }
    // Whose service type is unclear may have made a slip of the pen: that takes no HPA away.
    return governance instanceof Governance.Unclear
        ? Plan.nothing()
        : withdraw("its Deployment is no longer under policy", true);
  }

  private String rival() {
    return claims.scaledObjects().isEmpty()
        ? "HorizontalPodAutoscaler " + claims.foreign().get(0).key().name()
        : "ScaledObject " + claims.scaledObjects().get(0);
  }

  private Plan tellOfRivals(Workload workload) {
    List<Note> notes =
        new ArrayList<>(ForeignAutoscalers.notes(workload, claims.foreign(), circumstances));
    claims.heldByGit().ifPresent(seen -> notes.add(Notes.notAdopted(seen.key().name())));
    return Plan.nothing(notes.toArray(Note[]::new));
  }

  private Plan keepRight(Workload workload, ServiceTypePolicy type) {
    boolean another = claims.adopted().or(claims::asking).isPresent();
    if (another && claims.generated().isPresent()) {
      return remove(claims.generated().get(), "another one is adopted in its place", false);
    }
    Optional<Seen<Autoscaler>> stored = claims.asking().or(claims::ours);
    if (stored.filter(Seen::beingDeleted).isPresent()) {
      return Plan.nothing();
    }
    if (stored.isEmpty()) {
      Optional<Plan> obstacle = obstacle(workload);
      if (obstacle.isPresent()) {
        return obstacle.get();
      }
    }
    return WantedAutoscaler.of(workload, type, stored, circumstances).plan();
  }

  /** Why there can be no HPA yet. */
  private Optional<Plan> obstacle(Workload workload) {
    if (claims.nameTakenBy().isPresent()) {
      Autoscaler other = claims.nameTakenBy().get();
      // One of an earlier Deployment of this name goes with garbage collection.
      return Optional.of(
          other.appliedBySteward()
              ? Plan.nothing()
              : Plan.nothing(Notes.nameTaken(other.metadata().name())));
    }
    Instant now = circumstances.now();
    Duration delay = Duration.ofSeconds(circumstances.policy().generation().delaySeconds());
    Instant created = workload.metadata().created().orElse(now);
    Instant due = created.plus(delay);
    // Created that far in the future, by a clock that is behind: nobody waits until it has caught
    // up.
    boolean ofUnknownAge = created.isAfter(now.plus(delay));
    return due.isAfter(now) && !ofUnknownAge
        ? Optional.of(Plan.nothingUntil(due))
        : Optional.empty();
  }

  /**
   * Takes ours away; an adopted one stays as it is, since it was its author's before.
   *
   * @param forMany whether the policy may bring as much to many Deployments at once
   */
  private Plan withdraw(String why, boolean forMany) {
    return claims.generated().map(ours -> remove(ours, why, forMany)).orElse(Plan.nothing());
  }

  private Plan remove(Seen<Autoscaler> ours, String why, boolean forMany) {
    if (ours.beingDeleted()) {
      return Plan.nothing();
    }
    boolean ofAnotherPolicy =
        ours.object()
            .metadata()
            .annotation(StewardKeys.POLICY_VERSION)
            .filter(circumstances.policy().version()::equals)
            .isEmpty();
    return new Plan(
        new Step.Remove(ours.key().name(), ours.resourceVersion(), forMany && ofAnotherPolicy),
        List.of(Notes.removed(ours.key().name(), why)),
        Optional.empty());
  }
}
