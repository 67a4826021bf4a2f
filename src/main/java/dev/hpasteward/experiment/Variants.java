package dev.hpasteward.experiment;

import dev.hpasteward.check.KubernetesVersion;
import dev.hpasteward.check.PolicyAutoscaler;
import dev.hpasteward.policy.Encoding;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.policy.ServiceTypePolicy;
import dev.hpasteward.simulation.controller.AutoscalerSpec;
import dev.hpasteward.simulation.controller.MetricSource;
import dev.hpasteward.simulation.controller.MetricSpec;
import dev.hpasteward.simulation.controller.MetricTarget;
import dev.hpasteward.simulation.run.AdmittedAutoscaler;
import dev.hpasteward.simulation.run.ControllerSettings;
import dev.hpasteward.simulation.workload.WorkloadModel;
import java.util.ArrayList;
import java.util.List;

/**
 * HPAs of a service type that are worth a comparison.
 *
 * @param policy the policy
 * @param type the service type
 * @param version of the cluster
 * @param workload how the pods behave
 */
public record Variants(
    ScalingPolicy policy,
    ServiceTypePolicy type,
    KubernetesVersion version,
    WorkloadModel workload) {

  /** Without tolerances of its own, the policy's HPA has lower targets: this version drops them. */
  private static final KubernetesVersion WITHOUT_TOLERANCES = new KubernetesVersion(1, 34);

  private static final int DEFAULT_CPU_PERCENT = 80;

  /** The policy's HPA with free-capacity metrics in the form that the policy says. */
  public Candidate generated() {
    return generated("policy", type, version);
  }

  /** Somebody's own. */
  public Candidate own(AutoscalerSpec autoscaler) {
    return candidate("yours", autoscaler, version);
  }

  /** The policy's HPA in all forms, and what a cluster does by itself. */
  public List<Candidate> all() {
    List<Candidate> all = new ArrayList<>();
    all.add(generated("documented", type.encoding(Encoding.DOCUMENTED), version));
    if (type.capacityMetrics().stream().anyMatch(metric -> !metric.placeholder())) {
      all.add(generated("headroom", type.encoding(Encoding.HEADROOM), version));
    }
    all.add(generated("no-tolerances", type, WITHOUT_TOLERANCES));
    all.add(withoutRates());
    all.add(kubernetesDefaults());
    return all;
  }

  /** All at once: what the API server fills in without a rate. */
  private Candidate withoutRates() {
    Candidate free = SettingRates.changed(generated(), List.of(SettingRates.ALL_AT_ONCE));
    return free.with("no-rates", free.autoscaler());
  }

  private Candidate kubernetesDefaults() {
    AutoscalerSpec spec = generated().autoscaler();
    return candidate(
        "kubernetes-defaults",
        new AutoscalerSpec(
            spec.namespace(),
            spec.name(),
            spec.target(),
            spec.minReplicas(),
            spec.maxReplicas(),
            List.of(
                new MetricSpec(
                    MetricSource.resource("cpu"), MetricTarget.utilization(DEFAULT_CPU_PERCENT))),
            null),
        version);
  }

  private Candidate generated(String name, ServiceTypePolicy form, KubernetesVersion of) {
    return candidate(name, AdmittedAutoscaler.of(PolicyAutoscaler.of(form, policy, of)), of);
  }

  private Candidate candidate(String name, AutoscalerSpec spec, KubernetesVersion of) {
    return new Candidate(
        name, spec, ControllerSettings.of(policy.controller(), of.keepsTolerances()), workload);
  }
}
