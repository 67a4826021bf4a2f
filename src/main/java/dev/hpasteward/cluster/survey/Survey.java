package dev.hpasteward.cluster.survey;

import dev.hpasteward.cluster.state.ClusterState;
import dev.hpasteward.cluster.state.Neighbourhood;
import dev.hpasteward.cluster.state.ObjectKey;
import dev.hpasteward.cluster.state.Seen;
import dev.hpasteward.cluster.state.TargetKey;
import dev.hpasteward.decision.Author;
import dev.hpasteward.decision.Decision;
import dev.hpasteward.decision.Evaluator;
import dev.hpasteward.decision.Governance;
import dev.hpasteward.decision.Question;
import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.Subject;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.model.Surroundings.Target;
import dev.hpasteward.model.Workload;
import dev.hpasteward.policy.Mode;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.policy.ServiceTypePolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Asks the policy about every governed object as if it were written now: what breaks the policy is
 * found wherever it came from. What is being deleted is left out.
 */
public final class Survey {

  private static final Comparator<Subject> BY_NAME =
      Comparator.comparing(subject -> subject.metadata().name());

  private final ClusterState state;
  private final ScalingPolicy policy;
  private final boolean tolerancesKept;
  private final Instant now;

  /**
   * Of this state, at this time.
   *
   * @param state all there is: what was not seen is taken not to exist
   * @param tolerancesKept whether the API server keeps {@code behavior.*.tolerance}
   */
  public Survey(ClusterState state, ScalingPolicy policy, boolean tolerancesKept, Instant now) {
    this.state = state;
    this.policy = policy;
    this.tolerancesKept = tolerancesKept;
    this.now = now;
  }

  /** What is governed in a namespace; only references to what is known anyway. */
  private record Members(List<Workload> workloads, List<Autoscaler> autoscalers) {
    Members() {
      this(new ArrayList<>(), new ArrayList<>());
    }
  }

  /** Shows each namespace that has anything governed, by name, and forgets it; then the totals. */
  public SurveyTotals walk(Consumer<SurveyedNamespace> visitor) {
    Tally tally = new Tally(now);
    members()
        .forEach(
            (namespace, members) -> {
              SurveyedNamespace surveyed = surveyed(namespace, members);
              surveyed.workloads().forEach(workload -> tally.add(workload, surveyed.mode()));
              visitor.accept(surveyed);
            });
    return tally.totals();
  }

  private Map<String, Members> members() {
    Map<String, Members> members = new TreeMap<>();
    for (Seen<Workload> seen : state.workloads().all()) {
      if (stays(seen) && isGoverned(seen.object())) {
        members
            .computeIfAbsent(seen.key().namespace(), any -> new Members())
            .workloads()
            .add(seen.object());
      }
    }
    for (Seen<Autoscaler> seen : state.autoscalers().all()) {
      if (stays(seen) && standsAlone(seen.object())) {
        members
            .computeIfAbsent(seen.key().namespace(), any -> new Members())
            .autoscalers()
            .add(seen.object());
      }
    }
    return members;
  }

  private boolean stays(Seen<?> seen) {
    ObjectKey namespace = new ObjectKey("", seen.key().namespace());
    return !seen.beingDeleted()
        && state.namespaces().get(namespace).filter(Seen::beingDeleted).isEmpty();
  }

  private boolean isGoverned(Workload workload) {
    return !Governance.ofWorkload(workload, policy).isSilent();
  }

  /** Governed by its own label, and looked at with no governed Deployment. */
  private boolean standsAlone(Autoscaler autoscaler) {
    return autoscaler.metadata().label(StewardKeys.SERVICE_TYPE).isPresent()
        && targeted(autoscaler).filter(this::isGoverned).isEmpty();
  }

  private Optional<Workload> targeted(Autoscaler autoscaler) {
    return autoscaler.target().isDeployment()
        ? state.workload(autoscaler.metadata().namespace(), autoscaler.target().name())
        : Optional.empty();
  }

  private SurveyedNamespace surveyed(String namespace, Members members) {
    List<SurveyedWorkload> workloads = new ArrayList<>();
    members.workloads().stream()
        .sorted(BY_NAME)
        .forEach(
            workload -> {
              List<Subject> subjects = new ArrayList<>(List.of(workload));
              subjects.addAll(autoscalersOf(workload));
              workloads.add(surveyed(subjects));
            });
    members.autoscalers().stream()
        .sorted(BY_NAME)
        .forEach(autoscaler -> workloads.add(surveyed(List.of(autoscaler))));
    Mode mode = policy.modes().of(state.namespaceLabels(namespace));
    return new SurveyedNamespace(namespace, mode, workloads);
  }

  private List<Autoscaler> autoscalersOf(Workload workload) {
    TargetKey key =
        TargetKey.deployment(workload.metadata().namespace(), workload.metadata().name());
    return state.autoscalers().by(key).stream()
        .filter(seen -> !seen.beingDeleted())
        .map(Seen::object)
        .sorted(BY_NAME)
        .toList();
  }

  private SurveyedWorkload surveyed(List<Subject> subjects) {
    List<SurveyedObject> objects = new ArrayList<>();
    Optional<String> serviceType = Optional.empty();
    for (Subject subject : subjects) {
      Decision decision = decision(subject);
      if (objects.isEmpty()) {
        serviceType = decision.governance().serviceType().map(ServiceTypePolicy::name);
      }
      objects.add(new SurveyedObject(subject, decision.findings(), decision.expired()));
    }
    return new SurveyedWorkload(serviceType, objects);
  }

  private Decision decision(Subject subject) {
    Surroundings around = Neighbourhood.of(subject, target(subject), state, tolerancesKept, true);
    return Evaluator.evaluate(
        new Question(subject, Optional.empty(), false, around, Author.NOBODY, now), policy);
  }

  private Target target(Subject subject) {
    if (!(subject instanceof Autoscaler autoscaler) || !autoscaler.target().isDeployment()) {
      return new Target.NotLookedUp();
    }
    return targeted(autoscaler).<Target>map(Target.Found::new).orElseGet(Target.Missing::new);
  }
}
