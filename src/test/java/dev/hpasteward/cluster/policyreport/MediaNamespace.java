package dev.hpasteward.cluster.policyreport;

import static dev.hpasteward.model.Metrics.cpu;
import static dev.hpasteward.model.Metrics.memory;

import dev.hpasteward.cluster.survey.SeenCluster;
import dev.hpasteward.cluster.survey.SurveyedNamespace;
import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.AutoscalerBuilder;
import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.model.Metadata;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.Workload;
import dev.hpasteward.model.Workloads;
import dev.hpasteward.policy.Mode;
import dev.hpasteward.policy.ScalingPolicy;
import java.util.Map;

/** Objects of the namespace {@code media} for tests, and what is reported of them. */
final class MediaNamespace {

  private MediaNamespace() {}

  static Workload sfu(String name) {
    return Workloads.named(name, Map.of(StewardKeys.SERVICE_TYPE, "sfu"));
  }

  /** Scales the Deployment of this name; its CPU target is 80 where 60 is allowed. */
  static AutoscalerBuilder late(String name, String deployment) {
    return Autoscalers.sfu()
        .metrics(cpu(80), memory(70))
        .metadata(new Metadata("media", name, Map.of(), Map.of()))
        .target("apps/v1", "Deployment", deployment);
  }

  static AutoscalerBuilder exempt(AutoscalerBuilder autoscaler, String until) {
    return autoscaler
        .annotated(StewardKeys.EXEMPT, "cpu-target")
        .annotated(StewardKeys.EXEMPT_REASON, "load test")
        .annotated(StewardKeys.EXEMPT_UNTIL, until);
  }

  static ReportContent content(
      Mode mode, ScalingPolicy policy, Workload workload, Autoscaler... autoscalers) {
    return ReportContent.of(
        surveyed(new SeenCluster().with(workload).with(autoscalers), mode, policy), policy);
  }

  static SurveyedNamespace surveyed(SeenCluster cluster, Mode mode, ScalingPolicy policy) {
    return cluster.namespace("media", mode).surveyed(policy).get(0);
  }
}
