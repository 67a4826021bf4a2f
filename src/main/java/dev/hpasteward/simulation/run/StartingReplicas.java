package dev.hpasteward.simulation.run;

import dev.hpasteward.simulation.workload.ResourceUsage;
import dev.hpasteward.simulation.workload.WorkloadModel;
import java.util.List;

/** How many pods a run starts with: the fewest with room for all that are past no percentage. */
final class StartingReplicas {

  private StartingReplicas() {}

  static int of(RunPlan plan, List<DocumentedMetric> metrics, double load) {
    int max = plan.autoscaler().maxReplicas();
    int replicas = plan.autoscaler().minReplicas();
    while (replicas < max && isTooFew(plan.workload(), metrics, load / replicas)) {
      replicas++;
    }
    return replicas;
  }

  private static boolean isTooFew(
      WorkloadModel workload, List<DocumentedMetric> metrics, double sessionsPerPod) {
    for (DocumentedMetric metric : metrics) {
      boolean past =
          switch (metric.unit()) {
            case PERCENT -> metric.asksForMore(usage(workload, metric).percent(sessionsPerPod));
            case FREE_PODS -> false;
          };
      if (past) {
        return true;
      }
    }
    return sessionsPerPod > workload.sessionsPerPod();
  }

  private static ResourceUsage usage(WorkloadModel workload, DocumentedMetric metric) {
    return metric.name().equals("cpu") ? workload.cpu() : workload.memory();
  }
}
