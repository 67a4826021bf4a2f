package dev.hpasteward.experiment;

import dev.hpasteward.check.KubernetesVersion;
import dev.hpasteward.check.PolicyAutoscaler;
import dev.hpasteward.model.Direction;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
  private static final String DOCUMENTED = "documented";
  private static final String HEADROOM = "headroom";

  /** The policy's HPA with free-capacity metrics in the form that the policy says. */
  public Candidate generated() {
    return generated("policy", type, version);
  }

  /** Somebody's own. */
  public Candidate own(AutoscalerSpec autoscaler) {
    return candidate("yours", autoscaler, version);
  }

  /**
   * The policy's HPA in all forms, that of the service type first, and what a cluster does by
   * itself.
   */
  public List<Candidate> all() {
    List<Candidate> all = new ArrayList<>();
    Map<String, ServiceTypePolicy> forms = forms();
    forms.forEach((name, form) -> all.add(generated(name, form, version)));
    if (version.keepsTolerances()) {
      forms.forEach(
          (name, form) ->
              all.add(generated(without(name, "tolerances"), form, WITHOUT_TOLERANCES)));
    }
    forms.forEach((name, form) -> all.add(withoutRates(name, form)));
    all.add(kubernetesDefaults());
    return all;
  }

  /** The forms in which free capacity can be scaled on, by name. */
  private Map<String, ServiceTypePolicy> forms() {
    Map<String, ServiceTypePolicy> forms = new LinkedHashMap<>();
    ServiceTypePolicy headroom = type.encoding(Encoding.HEADROOM);
    boolean several = type.capacityMetrics().stream().anyMatch(metric -> !metric.placeholder());
    if (several && type.equals(headroom)) {
      forms.put(HEADROOM, headroom);
    }
    forms.put(DOCUMENTED, type.encoding(Encoding.DOCUMENTED));
    if (several) {
      forms.putIfAbsent(HEADROOM, headroom);
    }
    return forms;
  }

  private static String without(String form, String what) {
    return form.equals(DOCUMENTED) ? "no " + what : form + ", no " + what;
  }

  /** All at once: what the API server fills in without a rate. */
  private Candidate withoutRates(String name, ServiceTypePolicy form) {
    Candidate free =
        SettingRates.changed(
            generated(name, form, version), Direction.DOWN, List.of(SettingRates.ALL_AT_ONCE));
    return free.with(without(name, "rates"), free.autoscaler());
  }

  private Candidate kubernetesDefaults() {
    AutoscalerSpec spec = generated().autoscaler();
    return candidate(
        "Kubernetes defaults",
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
