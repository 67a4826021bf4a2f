package dev.hpasteward.simulation.promise;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.AutoscalerBuilder;
import dev.hpasteward.policy.Encoding;
import dev.hpasteward.policy.ServiceTypePolicy;
import dev.hpasteward.simulation.Plans;
import dev.hpasteward.simulation.RunSummary;
import dev.hpasteward.simulation.Simulation;
import dev.hpasteward.simulation.controller.AutoscalerSpec;
import dev.hpasteward.simulation.load.Levels;
import dev.hpasteward.simulation.load.LoadKind;
import dev.hpasteward.simulation.load.LoadShape;
import dev.hpasteward.simulation.run.AdmittedAutoscaler;
import dev.hpasteward.simulation.run.RunPlan;
import dev.hpasteward.simulation.workload.KnownWorkloads;
import dev.hpasteward.simulation.workload.WorkloadModel;
import java.time.Duration;

/** Two hours or more of a service type with somebody's HPA. */
record Trial(
    ServiceTypePolicy type, AutoscalerSpec autoscaler, WorkloadModel workload, LoadShape load) {

  /** With the HPA that we generate, under a ramp that fits it. */
  static Trial of(String type, Encoding encoding) {
    ServiceTypePolicy policy = Plans.type(type, encoding);
    AutoscalerSpec spec = Plans.generated(policy);
    WorkloadModel model = KnownWorkloads.of(policy);
    Levels levels = model.fitting(spec.minReplicas(), spec.maxReplicas());
    return new Trial(
        policy, spec, model, LoadKind.RAMP.between(levels.low(), levels.high(), Plans.TWO_HOURS));
  }

  Trial with(AutoscalerBuilder other) {
    Autoscaler built = other.build();
    return new Trial(type, AdmittedAutoscaler.of(built), workload, load);
  }

  Trial with(ServiceTypePolicy other) {
    return new Trial(other, autoscaler, workload, load);
  }

  Trial with(WorkloadModel other) {
    return new Trial(type, autoscaler, other, load);
  }

  Trial under(LoadKind kind) {
    Levels levels = workload.fitting(autoscaler.minReplicas(), autoscaler.maxReplicas());
    return under(kind.between(levels.low(), levels.high(), Plans.TWO_HOURS));
  }

  Trial under(LoadShape other) {
    return new Trial(type, autoscaler, workload, other);
  }

  /** The same number of sessions all the time. */
  Trial under(double sessions) {
    return under(seed -> time -> sessions);
  }

  PromiseVerdict verdict(Promise promise) {
    return verdict(promise, Plans.TWO_HOURS);
  }

  PromiseVerdict verdict(Promise promise, Duration length) {
    RunSummary summary = Simulation.run(new RunPlan(type, autoscaler, workload, load, 1, length));
    return summary.verdict(promise);
  }
}
