package dev.hpasteward.decision;

import static dev.hpasteward.decision.RuleCase.ALONE;
import static dev.hpasteward.decision.RuleCase.brokenOrNot;
import static dev.hpasteward.decision.RuleCase.measured;

import dev.hpasteward.decision.RuleCase.Write;
import dev.hpasteward.model.Container;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.PodTemplate;
import dev.hpasteward.model.Rival;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.model.Surroundings.Ownership;
import dev.hpasteward.model.Surroundings.Target;
import dev.hpasteward.model.Workload;
import dev.hpasteward.model.Workloads;
import dev.hpasteward.policy.RuleId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Deployments that break the rules on Deployments. */
final class WorkloadCases {

  private static final Workload WHOLE = Workloads.of("sfu");

  private static final Surroundings AUTOSCALED =
      new Surroundings(
          new Target.NotLookedUp(),
          true,
          true,
          Optional.empty(),
          List.of(new Rival.OfScaledObject("keda")),
          List.of(),
          Ownership.ANYBODY);

  static final List<RuleCase> ALL =
      List.of(
          measured(
              RuleId.INVALID_ANNOTATION,
              Workloads.annotated(WHOLE, StewardKeys.MIN_REPLICAS, "21"),
              Workloads.annotated(WHOLE, StewardKeys.MIN_REPLICAS, "25")),
          measured(
              RuleId.REPLICA_BOUNDS,
              Workloads.annotated(WHOLE, StewardKeys.MAX_REPLICAS, "31"),
              Workloads.annotated(WHOLE, StewardKeys.MAX_REPLICAS, "40")),
          measured(RuleId.SHORT_GRACE_PERIOD, draining(17_999), draining(30)),
          brokenOrNot(
              RuleId.ANNOTATION_MISMATCH,
              WHOLE,
              Workloads.podsAnnotated(WHOLE, "prometheus.io/port", "1"),
              ALONE),
          brokenOrNot(RuleId.MISSING_REQUESTS, WHOLE, requestingNothing(), ALONE),
          brokenOrNot(
              RuleId.STATIC_REPLICAS,
              Workloads.scaled(WHOLE, 3, false),
              Workloads.scaled(WHOLE, 3, true),
              AUTOSCALED),
          brokenOrNot(
              RuleId.UNKNOWN_ANNOTATION,
              WHOLE,
              Workloads.annotated(WHOLE, "hpa-steward.dev/exemptt", ""),
              ALONE),
          brokenOrNot(RuleId.UNKNOWN_SERVICE_TYPE, WHOLE, Workloads.of("sfuu"), ALONE),
          // A new object has lost nothing, and what was lost earlier is no longer seen.
          brokenOrNot(RuleId.SERVICE_TYPE_REMOVED, WHOLE, Workloads.unlabelled(), ALONE)
              .only(Write.WORSE));

  private WorkloadCases() {}

  private static Workload draining(int seconds) {
    PodTemplate template = WHOLE.template();
    return Workloads.templated(
        WHOLE,
        new PodTemplate(
            template.annotations(),
            template.containers(),
            template.requests(),
            OptionalInt.of(seconds)));
  }

  private static Workload requestingNothing() {
    Container container =
        new Container(
            "main", FieldPath.of("spec.template.spec.containers").index(0), List.of(), Set.of());
    return Workloads.templated(WHOLE, Workloads.template(Map.of(), List.of(container)));
  }
}
