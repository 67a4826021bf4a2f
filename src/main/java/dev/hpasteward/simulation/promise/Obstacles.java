package dev.hpasteward.simulation.promise;

import dev.hpasteward.simulation.controller.Condition;
import dev.hpasteward.simulation.controller.MetricSpec;
import dev.hpasteward.simulation.controller.Proposal;
import dev.hpasteward.simulation.run.DocumentedMetric;
import dev.hpasteward.simulation.run.SyncRecord;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why an HPA takes no pod away although the strategy says that it may. */
final class Obstacles {

  private static final String NEEDLESS = "its tolerance is larger than the strategy needs";

  private final Terms terms;

  Obstacles(Terms terms) {
    this.terms = terms;
  }

  /**
   * An obstacle.
   *
   * @param kind the same for the same cause
   * @param outcome whether it lies in this HPA or in the policy's numbers
   * @param why in words
   */
  record Obstacle(String kind, Outcome outcome, String why) {}

  /**
   * What holds the pods.
   *
   * @param held the last sync whose proposal was not below the number of pods; null if there was
   *     none
   * @param failed whether there was a sync without any proposal
   */
  Obstacle of(SyncRecord sync, @Nullable SyncRecord held, boolean failed) {
    if (terms.isScaleDownDisabled()) {
      return new Obstacle("disabled", Outcome.BROKEN, "behavior.scaleDown is disabled");
    }
    if (failed) {
      return new Obstacle(
          "failing",
          Outcome.CAN_NOT_BE_KEPT,
          "a metric fails, and then an HPA takes nothing away (%s)".formatted(failure(sync)));
    }
    Proposal proposal = held == null ? null : held.result().proposal();
    if (held == null || proposal == null) {
      return new Obstacle("rate", Outcome.BROKEN, "its scale-down rates hold it back");
    }
    return ofMetric(held, proposal);
  }

  private static String failure(SyncRecord sync) {
    for (Condition condition : sync.result().status().conditions()) {
      if (condition.type() == Condition.Type.SCALING_ACTIVE && !condition.holds()) {
        return condition.message();
      }
    }
    return "for a while";
  }

  private Obstacle ofMetric(SyncRecord sync, Proposal proposal) {
    MetricSpec spec = proposal.metric();
    String name = spec.source().name();
    for (int index = 0; index < terms.metrics().size(); index++) {
      DocumentedMetric metric = terms.metrics().get(index);
      if (metric.name().equals(name) || metric.headroomName().equals(name)) {
        return switch (terms.form(metric)) {
          case UTILIZATION -> ofResource(metric, sync.readings().seen(index), sync);
          case DOCUMENTED ->
              new Obstacle(
                  name,
                  Outcome.CAN_NOT_BE_KEPT,
                  "%s held them: %s".formatted(name, Reasons.GAUGE_HOLDS));
          case HEADROOM -> ofHeadroom(name, metric, sync.readings().seen(index));
          case AMOUNT -> ofAmount(metric);
          case ABSENT -> foreign(name);
        };
      }
    }
    return foreign(name);
  }

  private static Obstacle ofAmount(DocumentedMetric metric) {
    return new Obstacle(
        metric.name(),
        Outcome.BROKEN,
        "%s held them: %s".formatted(metric.name(), Reasons.amount(metric)));
  }

  private static Obstacle foreign(String name) {
    return new Obstacle(
        name, Outcome.BROKEN, "%s held them, which the strategy does not name so".formatted(name));
  }

  private Obstacle ofResource(DocumentedMetric metric, double value, SyncRecord sync) {
    int replicas = sync.replicas();
    int target = terms.target(metric).orElse(1);
    double down = terms.tolerances().down();
    if (value / target < 1 - down) {
      return value / target * replicas > replicas - 1
          ? new Obstacle(
              metric.name() + " rounded",
              Outcome.CAN_NOT_BE_KEPT,
              "%s asks for %s / %d of %d pods, and an HPA rounds up"
                  .formatted(metric.name(), Wording.number(value), target, replicas))
          : withoutSamples(metric, sync);
    }
    boolean lowTarget = value / metric.scaleUpAt() < 1 - down;
    return new Obstacle(
        metric.name(),
        lowTarget ? Outcome.BROKEN : outcomeOfTolerance(),
        "with %s the HPA keeps them, since its target is %d %%; %s"
            .formatted(
                Wording.value(metric, value),
                target,
                lowTarget
                    ? "the strategy has %s %%".formatted(Wording.number(metric.scaleUpAt()))
                    : tolerance().orElse(NEEDLESS)));
  }

  private static Obstacle withoutSamples(DocumentedMetric metric, SyncRecord sync) {
    String which =
        sync.fleet().starting() > 0 ? "pods that start have no samples of" : "samples were lost of";
    return new Obstacle(
        metric.name() + " without samples",
        Outcome.CAN_NOT_BE_KEPT,
        "%s %s, and the controller takes such pods for busy before it takes pods away"
            .formatted(which, metric.name()));
  }

  private Obstacle ofHeadroom(String name, DocumentedMetric metric, double free) {
    return new Obstacle(
        name,
        outcomeOfTolerance(),
        "with %s %s keeps them; %s"
            .formatted(Wording.value(metric, free), name, tolerance().orElse(NEEDLESS)));
  }

  /** A tolerance that is no larger than other metrics need is nobody's mistake. */
  private Outcome outcomeOfTolerance() {
    return tolerance().isPresent() ? Outcome.CAN_NOT_BE_KEPT : Outcome.BROKEN;
  }

  private Optional<String> tolerance() {
    double down = terms.tolerances().down();
    return down > terms.neededTolerance() + 1e-9
        ? Optional.empty()
        : Optional.of(
            """
            an HPA has one scale-down tolerance for all its metrics, and another one needs %s\
            """
                .formatted(Wording.number(down)));
  }
}
