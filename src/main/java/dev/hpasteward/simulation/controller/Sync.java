package dev.hpasteward.simulation.controller;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One sync, while it runs (horizontal.go, reconcileAutoscaler). */
final class Sync {

  private static final String NO_SCALE =
      "the HPA controller was unable to get the target's current scale: ";

  private final ControllerFlags flags;
  private final AutoscalerSpec spec;
  private final ReplicaCalculator calculator;
  private final SyncInputs inputs;
  private final AutoscalerStatus before;
  private final Conditions conditions;
  private ControllerMemory memory;
  private List<MetricStatus> metrics = List.of();
  private @Nullable Proposal proposal;
  private @Nullable Rescale rescale;
  private @Nullable String error;

  Sync(
      ControllerFlags flags,
      AutoscalerSpec spec,
      ReplicaCalculator calculator,
      SyncInputs inputs,
      ControllerMemory memory,
      AutoscalerStatus before) {
    this.flags = flags;
    this.spec = spec;
    this.calculator = calculator;
    this.inputs = inputs;
    this.memory = memory;
    this.before = before;
    this.conditions = new Conditions(before.conditions());
  }

  SyncResult run() {
    String apiVersion = spec.target().apiVersion();
    if (apiVersion.indexOf('/') != apiVersion.lastIndexOf('/')) {
      String mistake = "unexpected GroupVersion string: " + apiVersion;
      return withoutScale(
          mistake, "invalid API version in scale target reference: " + mistake, inputs.time());
    }
    if (inputs.scale() instanceof ScaleReply.Failed failed) {
      return withoutScale(
          failed.error(),
          failed.unknownKind()
              ? "unable to determine resource for scale target reference: " + failed.error()
              : "failed to query scale subresource for %s: %s"
                  .formatted(spec.reference(), failed.error()),
          failed.at());
    }
    if (inputs.scale() instanceof ScaleReply.Found found) {
      return withScale(found);
    }
    throw new IllegalArgumentException("no scale: " + inputs.scale());
  }

  private SyncResult withoutScale(String why, String told, long now) {
    conditions.set(Condition.Type.ABLE_TO_SCALE, false, "FailedGetScale", NO_SCALE + why, now);
    metrics = before.metrics();
    return failed(before.currentReplicas(), told);
  }

  private SyncResult withScale(ScaleReply.Found scale) {
    int current = scale.specReplicas();
    conditions.set(
        Condition.Type.ABLE_TO_SCALE,
        true,
        "SucceededGetScale",
        "the HPA controller was able to get the target's current scale",
        scale.at());
    if (memory.recommendations().size() == 0) {
      remember(memory.recommendations().with(current, scale.at(), -1));
    }
    boolean fromZero = flags.scaleToZero() && conditions.holds(Condition.Type.SCALED_TO_ZERO);
    if (current == 0) {
      boolean asks = fromZero && (spec.minReplicas() != 0 || spec.looksOutside());
      return asks ? byMetrics(scale, true) : disabled(scale);
    }
    if (current > spec.maxReplicas()) {
      return write(
          current, spec.maxReplicas(), "Current number of replicas above Spec.MaxReplicas");
    }
    if (current < spec.minReplicas()) {
      return write(
          current, spec.minReplicas(), "Current number of replicas below Spec.MinReplicas");
    }
    return byMetrics(scale, fromZero);
  }

  /** Somebody scaled it to zero by hand. */
  private SyncResult disabled(ScaleReply.Found scale) {
    conditions.set(
        Condition.Type.SCALING_ACTIVE,
        false,
        "ScalingDisabled",
        "scaling is disabled since the replica count of the target is zero",
        scale.at());
    if (!flags.scaleToZero()) {
      conditions.remove(Condition.Type.SCALED_TO_ZERO);
    }
    return ended(0, 0, before.lastScaleTime());
  }

  private SyncResult byMetrics(ScaleReply.Found scale, boolean fromZero) {
    int current = scale.specReplicas();
    if (!isSelectorFine(scale)) {
      return uncomputed(current);
    }
    MetricRound round = MetricRound.of(calculator, inputs, scale, spec.metrics());
    metrics = round.statuses();
    error = round.error();
    proposal = round.proposal();
    long now = inputs.decidedAt();
    if (proposal == null) {
      MetricFailure failure = round.firstFailure();
      if (failure != null) {
        conditions.set(
            Condition.Type.SCALING_ACTIVE, false, failure.reason(), failure.message(), now);
      }
      return uncomputed(current);
    }
    String winner = proposal.metric().description();
    conditions.set(
        Condition.Type.SCALING_ACTIVE,
        true,
        "ValidMetricFound",
        "the HPA was able to successfully calculate a replica count from " + winner,
        now);
    int wanted = Math.max(proposal.replicas(), 0);
    int limited = limited(current, wanted);
    String reason = "";
    if (wanted > current) {
      reason = winner + " above target";
    } else if (wanted < current) {
      reason = "All metrics below target";
    }
    if (current == 0 && fromZero && limited < spec.minReplicas()) {
      limited = spec.minReplicas();
      reason = reason.isEmpty() ? "Current number of replicas below Spec.MinReplicas" : reason;
    }
    return limited == current
        ? ended(current, current, before.lastScaleTime())
        : write(current, limited, reason);
  }

  private int limited(int current, int wanted) {
    Normalization normalization = new Normalization(flags, spec, current, inputs.decidedAt());
    Stabilization stable = normalization.stabilize(memory.recommendations(), wanted);
    remember(stable.recommendations());
    return normalization.limit(stable.replicas(), wanted, memory, conditions);
  }

  private void remember(Recommendations recommendations) {
    memory = new ControllerMemory(recommendations, memory.added(), memory.removed());
  }

  /** Whether the pods are this HPA's alone (horizontal.go, validateAndParseSelector). */
  private boolean isSelectorFine(ScaleReply.Found scale) {
    ScaleSelector selector = scale.selector();
    if (selector.isEmpty()) {
      error = "selector is required";
      invalid("InvalidSelector", "the HPA target's scale is missing a selector", scale.at());
    } else if (selector.mistake() != null) {
      error =
          "couldn't convert selector into a corresponding internal selector object: "
              + selector.mistake();
      invalid("InvalidSelector", error, scale.at());
    } else if (inputs.pods().error() != null) {
      error = inputs.pods().error();
    } else if (inputs.selecting().size() > 1) {
      error =
          "pods by selector %s are controlled by multiple HPAs: [%s]"
              .formatted(selector, String.join(" ", inputs.selecting()));
      invalid("AmbiguousSelector", error, scale.at());
    }
    return error == null;
  }

  private void invalid(String reason, String message, long now) {
    conditions.set(Condition.Type.SCALING_ACTIVE, false, reason, message, now);
  }

  private SyncResult uncomputed(int current) {
    return failed(
        current,
        "failed to compute desired number of replicas based on listed metrics for %s: %s"
            .formatted(spec.reference(), error));
  }

  private SyncResult write(int current, int wanted, String reason) {
    ScaleWrite write = ScaleWrite.of(inputs);
    rescale = new Rescale(wanted, write.count(), write.error() == null, reason);
    if (write.error() != null) {
      conditions.set(
          Condition.Type.ABLE_TO_SCALE,
          false,
          "FailedUpdateScale",
          "the HPA controller was unable to update the target scale: " + write.error(),
          write.at());
      return failed(current, "failed to rescale %s: %s".formatted(spec.reference(), write.error()));
    }
    conditions.set(
        Condition.Type.ABLE_TO_SCALE,
        true,
        "SucceededRescale",
        "the HPA controller was able to update the target scale to " + wanted,
        write.at());
    memory = memory.withScaling(spec.behavior(), current, wanted, write.at());
    tellOfZero(current, wanted, write.at());
    return ended(current, wanted, write.at());
  }

  private void tellOfZero(int current, int wanted, long now) {
    if (!flags.scaleToZero()) {
      conditions.remove(Condition.Type.SCALED_TO_ZERO);
    } else if (current > 0 && wanted == 0 && spec.minReplicas() == 0 && spec.looksOutside()) {
      conditions.set(
          Condition.Type.SCALED_TO_ZERO,
          true,
          "ScaledToZero",
          "the HPA controller scaled the workload to zero",
          now);
    } else {
      conditions.set(
          Condition.Type.SCALED_TO_ZERO,
          false,
          "NotScaledToZero",
          "the HPA controller did not scale the workload to zero",
          now);
    }
  }

  /** What went wrong is told even if the status can't be written either. */
  private SyncResult failed(int current, String told) {
    SyncResult result = ended(current, before.desiredReplicas(), before.lastScaleTime());
    return new SyncResult(
        result.memory(),
        result.stored(),
        result.status(),
        result.statusWrite(),
        proposal,
        rescale,
        told);
  }

  private SyncResult ended(int current, int desired, long lastScaleTime) {
    AutoscalerStatus status =
        new AutoscalerStatus(current, desired, conditions.toList(), metrics, lastScaleTime);
    if (status.equals(before)) {
      return result(status, StatusWrite.NONE);
    }
    if (inputs.statusError() == null) {
      return result(status, StatusWrite.OK);
    }
    error = "failed to update status for %s: %s".formatted(spec.name(), inputs.statusError());
    return result(status, StatusWrite.FAILED);
  }

  private SyncResult result(AutoscalerStatus status, StatusWrite write) {
    AutoscalerStatus stored = write == StatusWrite.OK ? status : before;
    return new SyncResult(memory, stored, status, write, proposal, rescale, error);
  }
}
