package dev.hpasteward.cluster.policyreport;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.cluster.survey.SurveyedNamespace;
import dev.hpasteward.cluster.survey.SurveyedWorkload;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.policy.ScalingPolicy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a report says of a namespace, without timestamps. Results that pass are counted and not
 * listed, and of the others only so many that the object stays well below what etcd takes (1.5 MiB
 * by default).
 *
 * @param summary how many pairs of workload and rule came out how
 * @param results those that did not pass, the worst first
 */
record ReportContent(ObjectNode summary, ArrayNode results) {

  /** Who reports. */
  static final String SOURCE = "hpa-steward";

  /** What is listed at most; more is counted in one more result. */
  static final int MOST_RESULTS = 1_000;

  /** The same in bytes: long names and messages must not make an object that is refused. */
  static final int MOST_BYTES = 700_000;

  /** A removed service type is seen in a write only. */
  private static final int RULES = RuleId.values().length - 1;

  static ReportContent of(SurveyedNamespace namespace, ScalingPolicy policy) {
    List<WorkloadResult> results = new ArrayList<>();
    int pairs = 0;
    for (SurveyedWorkload workload : namespace.workloads()) {
      List<WorkloadResult> ofWorkload = WorkloadResult.of(workload, namespace.mode(), policy);
      results.addAll(ofWorkload);
      // Without a known service type no other rule was asked.
      pairs += workload.serviceType().isPresent() ? RULES : ofWorkload.size();
    }
    results.sort(WorkloadResult.WORST_FIRST);
    return new ReportContent(
        summary(results, pairs), listed(results, new ResultJson(namespace, policy)));
  }

  private static ObjectNode summary(List<WorkloadResult> results, int pairs) {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    results.forEach(result -> counts.merge(result.outcome(), 1, Integer::sum));
    return JsonNodeFactory.instance
        .objectNode()
        .put("pass", pairs - results.size())
        .put("fail", counts.getOrDefault(Outcome.FAIL, 0))
        .put("warn", counts.getOrDefault(Outcome.WARN, 0))
        .put("error", 0)
        .put("skip", counts.getOrDefault(Outcome.SKIP, 0));
  }

  private static ArrayNode listed(List<WorkloadResult> results, ResultJson form) {
    ArrayNode listed = JsonNodeFactory.instance.arrayNode();
    int bytes = 0;
    for (WorkloadResult result : results) {
      ObjectNode json = form.of(result);
      bytes += json.toString().getBytes(StandardCharsets.UTF_8).length;
      if (listed.size() == MOST_RESULTS || bytes > MOST_BYTES) {
        listed.add(form.ofRest(results.size() - listed.size()));
        return listed;
      }
      listed.add(json);
    }
    return listed;
  }
}
