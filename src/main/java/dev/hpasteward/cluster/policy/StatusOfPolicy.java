package dev.hpasteward.cluster.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hpasteward.cluster.resource.PolicyStatus;
import dev.hpasteward.cluster.resource.PolicyStatus.Condition;
import dev.hpasteward.cluster.survey.Figures;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.source.Mistake;
import dev.hpasteward.source.PolicyReload.InForce;
import dev.hpasteward.source.PolicyReload.Refusal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What a policy is told about itself. */
final class StatusOfPolicy {

  private static final String ACCEPTED = "Accepted";

  private StatusOfPolicy() {}

  /**
   * The status.
   *
   * @param seen the policy, which was judged
   * @param inForce what came of it
   */
  static PolicyStatus of(SeenPolicy seen, InForce inForce, Figures figures, Instant now) {
    List<Mistake> mistakes = inForce.refusal().map(Refusal::mistakes).orElse(List.of());
    boolean accepted = mistakes.isEmpty();
    return new PolicyStatus(
        accepted,
        mistakes.stream().limit(PolicyStatus.MOST_MISTAKES).map(StatusOfPolicy::text).toList(),
        inForce.policy().version(),
        seen.generation(),
        figures.workloads(),
        figures.findings(),
        List.of(condition(seen, accepted, message(mistakes, inForce.policy()), now)));
  }

  private static Condition condition(
      SeenPolicy seen, boolean accepted, String message, Instant now) {
    String status = accepted ? "True" : "False";
    return new Condition(
        ACCEPTED,
        status,
        accepted ? "InForce" : "Mistakes",
        message,
        since(seen.status(), status, now),
        seen.generation());
  }

  private static String message(List<Mistake> mistakes, ScalingPolicy inForce) {
    String holds = "version %s of policy %s".formatted(inForce.version(), inForce.name());
    return mistakes.isEmpty()
        ? holds + " is in force"
        : "found %d to mend; %s stays in force".formatted(mistakes.size(), holds);
  }

  private static String since(JsonNode before, String status, Instant now) {
    for (JsonNode condition : before.path("conditions")) {
      if (condition.path("type").asText().equals(ACCEPTED)
          && condition.path("status").asText().equals(status)) {
        return condition.path("lastTransitionTime").asText();
      }
    }
    return now.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String text(Mistake mistake) {
    return mistake.path().isEmpty() ? mistake.text() : mistake.path() + ": " + mistake.text();
  }
}
