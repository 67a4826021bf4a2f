package dev.hpasteward.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a decision needs to know besides the object.
 *
 * @param target the workload that an autoscaler scales, as far as it is known
 * @param tolerancesKept whether the API server keeps {@code behavior.*.tolerance} (Kubernetes 1.35
 *     and later, unless the gate HPAConfigurableTolerance is off)
 * @param complete whether everything else here is known; not before the first look at a cluster
 * @param namespaceLabels the labels of the object's namespace; empty if it is not known
 * @param rivals what else scales an autoscaler's target; of a workload all that scales it
 * @param verticalAutoscalers names of VerticalPodAutoscalers that change the target's requests
 * @param ownership whose an autoscaler is
 */
public record Surroundings(
    Target target,
    boolean tolerancesKept,
    boolean complete,
    Optional<Map<String, String>> namespaceLabels,
    List<Rival> rivals,
    List<String> verticalAutoscalers,
    Ownership ownership) {

  public Surroundings {
    rivals = List.copyOf(rivals);
    verticalAutoscalers = List.copyOf(verticalAutoscalers);
  }

  /** Where there is no cluster to look at. */
  public static Surroundings none(boolean tolerancesKept) {
    return new Surroundings(
        new Target.NotLookedUp(),
        tolerancesKept,
        true,
        Optional.empty(),
        List.of(),
        List.of(),
        Ownership.ANYBODY);
  }

  /** With what is known of an autoscaler's target. */
  public Surroundings with(Target found) {
    return new Surroundings(
        found, tolerancesKept, complete, namespaceLabels, rivals, verticalAutoscalers, ownership);
  }

  /** With the labels of the object's namespace. */
  public Surroundings inNamespace(Map<String, String> labels) {
    return new Surroundings(
        target,
        tolerancesKept,
        complete,
        Optional.of(labels),
        rivals,
        verticalAutoscalers,
        ownership);
  }

  /** The same namespace, and nothing known of the target. */
  public Surroundings ofAnotherTarget() {
    return new Surroundings(
        new Target.NotLookedUp(),
        tolerancesKept,
        complete,
        namespaceLabels,
        List.of(),
        List.of(),
        Ownership.ANYBODY);
  }

  /** Whose an autoscaler is; a claim that the cluster does not confirm counts for nothing. */
  public enum Ownership {
    ANYBODY,
    /** A ScaledObject of KEDA writes it. */
    KEDA,
    /** Our reconciler writes it. */
    STEWARD
  }

  /** What is known of an autoscaler's target. */
  public sealed interface Target {
    /** It is there. */
    record Found(Workload workload) implements Target {}

    /** It does not exist. */
    record Missing() implements Target {}

    /** Nobody could say in time. */
    record Unknown() implements Target {}

    /** It is not a Deployment, or nobody asked. */
    record NotLookedUp() implements Target {}
  }
}
