package dev.hpasteward.cluster.state;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Container;
import dev.hpasteward.model.Rival;
import dev.hpasteward.model.Subject;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.model.Surroundings.Ownership;
import dev.hpasteward.model.Surroundings.Target;
import dev.hpasteward.model.Workload;
import java.util.List;
import java.util.Optional;

/** What surrounds one object, as far as the state tells. */
public final class Neighbourhood {

  /** Of a workload that nobody knows: it has some container. */
  private static final List<String> ANY_CONTAINER = List.of(VerticalAutoscaler.OTHERS);

  private Neighbourhood() {}

  /**
   * What surrounds it.
   *
   * @param target what is known of an autoscaler's target
   * @param tolerancesKept whether the API server keeps {@code behavior.*.tolerance}
   * @param complete whether the state has all there is
   */
  public static Surroundings of(
      Subject subject,
      Target target,
      ClusterState state,
      boolean tolerancesKept,
      boolean complete) {
    Optional<Workload> workload =
        target instanceof Target.Found found ? Optional.of(found.workload()) : Optional.empty();
    List<Rival> rivals = List.of();
    List<String> verticalAutoscalers = List.of();
    Ownership ownership = Ownership.ANYBODY;
    if (subject instanceof Autoscaler autoscaler) {
      rivals = Rivals.of(autoscaler, workload, state);
      verticalAutoscalers = verticalAutoscalers(autoscaler, workload, state);
      ownership = Ownerships.of(autoscaler, workload, state);
    } else if (subject instanceof Workload itself) {
      rivals = Rivals.of(itself, state);
    }
    return new Surroundings(
        target,
        tolerancesKept,
        complete,
        state.namespaceLabels(subject.metadata().namespace()),
        rivals,
        verticalAutoscalers,
        ownership);
  }

  private static List<String> verticalAutoscalers(
      Autoscaler autoscaler, Optional<Workload> target, ClusterState state) {
    List<String> containers =
        target
            .map(
                workload -> workload.template().containers().stream().map(Container::name).toList())
            .filter(names -> !names.isEmpty())
            .orElse(ANY_CONTAINER);
    TargetKey key = TargetKey.of(autoscaler.metadata().namespace(), autoscaler.target());
    return state.verticalAutoscalers().by(key).stream()
        .map(Seen::object)
        .filter(vertical -> vertical.changesRequests(containers))
        .map(vertical -> vertical.key().name())
        .sorted()
        .toList();
  }
}
