package dev.hpasteward.cluster.policyreport;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.cluster.survey.SurveyedNamespace;
import dev.hpasteward.model.Subject;
import dev.hpasteward.model.Workload;
import dev.hpasteward.policy.Action;
import dev.hpasteward.policy.ScalingPolicy;
import java.util.Locale;

/** A result as both APIs write it; without a timestamp. */
final class ResultJson {

  private static final String CATEGORY = "Autoscaling";

  private final SurveyedNamespace namespace;
  private final ScalingPolicy policy;

  ResultJson(SurveyedNamespace namespace, ScalingPolicy policy) {
    this.namespace = namespace;
    this.policy = policy;
  }

  ObjectNode of(WorkloadResult result) {
    ObjectNode json = start();
    json.put("rule", result.rule().id())
        .put("category", CATEGORY)
        .put("severity", severity(policy.action(result.rule())))
        .put("result", result.outcome().word())
        .put("scored", result.outcome() == Outcome.FAIL)
        .put("message", result.message());
    ArrayNode resources = json.putArray("resources");
    result.subjects().forEach(subject -> resources.add(reference(subject)));
    ObjectNode properties = properties(json).put("action", word(result.action()));
    if (!result.serviceType().isEmpty()) {
      properties.put("service-type", result.serviceType());
    }
    return json;
  }

  /** Says that there is more. */
  ObjectNode ofRest(int results) {
    ObjectNode json = start();
    json.put("category", CATEGORY)
        .put("result", Outcome.SKIP.word())
        .put("scored", false)
        .put(
            "message",
            "and %d more results, which are in the summary and not listed here: a report has room for %d"
                .formatted(results, ReportContent.MOST_RESULTS));
    properties(json);
    return json;
  }

  private ObjectNode start() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("source", ReportContent.SOURCE)
        .put("policy", policy.name());
  }

  private ObjectNode properties(ObjectNode json) {
    return json.putObject("properties")
        .put("policy-version", policy.version())
        .put("mode", word(namespace.mode()));
  }

  /** By what the policy does about the rule where it is enforced, so that it is the same in all. */
  private static String severity(Action action) {
    return switch (action) {
      case DENY -> "high";
      case WARN -> "medium";
      case AUDIT -> "low";
    };
  }

  private ObjectNode reference(Subject subject) {
    ObjectNode reference =
        JsonNodeFactory.instance
            .objectNode()
            .put("apiVersion", subject instanceof Workload ? "apps/v1" : "autoscaling/v2")
            .put("kind", subject.kind())
            .put("namespace", namespace.name())
            .put("name", subject.metadata().name());
    subject.metadata().uid().ifPresent(uid -> reference.put("uid", uid));
    return reference;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
