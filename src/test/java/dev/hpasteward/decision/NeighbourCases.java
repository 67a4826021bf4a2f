package dev.hpasteward.decision;

import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.model.Rival;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.model.Surroundings.Ownership;
import dev.hpasteward.model.Surroundings.Target;
import dev.hpasteward.model.Workloads;
import dev.hpasteward.policy.RuleId;
import java.util.List;
import java.util.Optional;

/** HPAs that break a rule by what they scale; before, they scaled something else. */
final class NeighbourCases {

  static final List<RuleCase> ALL =
      List.of(
          moved(
              RuleId.DUPLICATE_AUTOSCALER,
              around(
                  new Target.NotLookedUp(), List.of(new Rival.OfScaledObject("keda")), List.of())),
          moved(
              RuleId.VERTICAL_AUTOSCALER,
              around(new Target.NotLookedUp(), List.of(), List.of("vertical"))),
          moved(RuleId.TARGET_NOT_FOUND, around(new Target.Missing(), List.of(), List.of())),
          moved(
              RuleId.SERVICE_TYPE_MISMATCH,
              around(new Target.Found(Workloads.of("agent")), List.of(), List.of())));

  private NeighbourCases() {}

  private static RuleCase moved(RuleId rule, Surroundings around) {
    return RuleCase.brokenOrNot(
        rule,
        Autoscalers.sfu().target("apps/v1", "Deployment", "another").build(),
        Autoscalers.sfu().build(),
        around);
  }

  private static Surroundings around(Target target, List<Rival> rivals, List<String> vertical) {
    return new Surroundings(
        target, true, true, Optional.empty(), rivals, vertical, Ownership.ANYBODY);
  }
}
