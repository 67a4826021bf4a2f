package dev.hpasteward.cli;

import dev.hpasteward.check.KubernetesVersion;
import dev.hpasteward.experiment.Candidate;
import dev.hpasteward.experiment.LoadSource;
import dev.hpasteward.experiment.Scenario;
import dev.hpasteward.experiment.Variants;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.policy.ServiceTypePolicy;
import dev.hpasteward.simulation.controller.AutoscalerSpec;
import dev.hpasteward.simulation.workload.KnownWorkloads;
import dev.hpasteward.simulation.workload.WorkloadModel;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * An HPA and what it is tried in, from what a person gave.
 *
 * @param scenario what it is tried in
 * @param candidate the HPA: the policy's or somebody's own
 * @param others what it may be compared with
 */
record Trial(Scenario scenario, Candidate candidate, List<Candidate> others) {

  /** Each service type under each load. */
  static List<Trial> of(
      SimulatedHpaOptions hpa,
      SimulatedLoadOptions load,
      SimulatedPodsOptions pods,
      InputStream piped) {
    if (hpa.hpa != null && hpa.serviceType == null) {
      throw new UnusableInput("--hpa: add --service-type, whose promises the HPA is held to");
    }
    if (hpa.hpa != null && hpa.headroom) {
      throw new UnusableInput("--headroom is about the policy's HPA: leave out --hpa, or this");
    }
    KubernetesVersion version = GivenVersion.orCurrent(hpa.kubeVersion);
    ScalingPolicy policy = GivenPolicy.orEmbedded(hpa.policyFile);
    List<ServiceTypePolicy> types = GivenServiceTypes.of(policy, hpa.serviceType, hpa.headroom);
    GivenLoads loads = GivenLoads.of(load);
    List<Trial> trials = new ArrayList<>();
    for (ServiceTypePolicy type : types) {
      WorkloadModel workload = pods.over(KnownWorkloads.of(type));
      Variants variants = new Variants(policy, type, version, workload);
      Candidate candidate =
          hpa.hpa == null
              ? variants.generated()
              : variants.own(GivenAutoscaler.read(hpa.hpa, piped, policy, version));
      AutoscalerSpec spec = candidate.autoscaler();
      SimulatedFleet.check(spec);
      List<Candidate> others = new ArrayList<>(variants.all());
      if (hpa.hpa != null) {
        others.add(0, candidate);
      }
      for (LoadSource source :
          loads.fitting(workload.fitting(spec.minReplicas(), spec.maxReplicas()))) {
        trials.add(
            new Trial(
                new Scenario(policy, type, source, load.seed, loads.duration()),
                candidate,
                others));
      }
    }
    return trials;
  }
}
