package dev.hpasteward.simulation.controller;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all metrics ask for together (horizontal.go, computeReplicasForMetrics): the most that one
 * asks for. If one fails, pods are not taken away.
 */
final class MetricRound {

  private static final MetricReply UNANSWERED = new MetricReply.Failed(0, "it was not answered");

  private final ReplicaCalculator calculator;
  private final SyncInputs inputs;
  private final ScaleReply.Found scale;
  private final List<MetricStatus> statuses;
  private int asked;
  private int replicas;
  private @Nullable MetricSpec winner;
  private int failed;
  private @Nullable MetricFailure firstFailure;

  private MetricRound(
      ReplicaCalculator calculator, SyncInputs inputs, ScaleReply.Found scale, int metrics) {
    this.calculator = calculator;
    this.inputs = inputs;
    this.scale = scale;
    this.statuses = new ArrayList<>(metrics);
  }

  static MetricRound of(
      ReplicaCalculator calculator,
      SyncInputs inputs,
      ScaleReply.Found scale,
      List<MetricSpec> metrics) {
    MetricRound round = new MetricRound(calculator, inputs, scale, metrics.size());
    for (MetricSpec metric : metrics) {
      round.ask(metric);
    }
    return round;
  }

  private void ask(MetricSpec metric) {
    MetricFailure unasked = unasked(metric);
    if (unasked != null) {
      fail(unasked);
      return;
    }
    Calculation calculation =
        calculator.calculate(
            metric, reply(metric), inputs.pods(), scale.specReplicas(), scale.statusReplicas());
    if (calculation.error() != null) {
      fail(MetricFailure.ofCalculation(metric, calculation.error()));
      return;
    }
    statuses.add(
        new MetricStatus(
            metric.source(),
            metric.target().kind(),
            calculation.usage(),
            calculation.utilization()));
    // A proposal of 0 gives way to whatever comes next.
    if (replicas == 0 || calculation.replicas() > replicas) {
      replicas = calculation.replicas();
      winner = metric;
    }
  }

  /** Why it is given up early; null if it is not. An External's selector is looked at later. */
  private static @Nullable MetricFailure unasked(MetricSpec metric) {
    MetricSource source = metric.source();
    String mistake = source.selectorMistake();
    if (mistake != null && source.type() != MetricType.EXTERNAL) {
      return MetricFailure.ofSelector(source, mistake);
    }
    return metric.target().kind() == MetricTarget.Kind.NONE ? MetricFailure.ofTarget(source) : null;
  }

  private MetricReply reply(MetricSpec metric) {
    return metric.isAsked() && asked < inputs.metrics().size()
        ? inputs.metrics().get(asked++)
        : UNANSWERED;
  }

  private void fail(MetricFailure failure) {
    statuses.add(MetricStatus.HOLE);
    failed++;
    if (firstFailure == null) {
      firstFailure = failure;
    }
  }

  /** What they ask for; null if nothing may be done, since one that fails might ask for more. */
  @Nullable Proposal proposal() {
    return winner == null || (failed > 0 && replicas < scale.specReplicas())
        ? null
        : new Proposal(replicas, winner);
  }

  /** The first that failed; null if none did. */
  @Nullable MetricFailure firstFailure() {
    return firstFailure;
  }

  /** What the sync says of those that failed; null if none did. */
  @Nullable String error() {
    return firstFailure == null
        ? null
        : "invalid metrics (%d invalid out of %d), first error is: %s"
            .formatted(failed, statuses.size(), firstFailure.error());
  }

  List<MetricStatus> statuses() {
    return statuses;
  }
}
