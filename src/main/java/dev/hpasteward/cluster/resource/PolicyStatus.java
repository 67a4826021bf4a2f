package dev.hpasteward.cluster.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;

/**
 * What became of a policy, and what it governs.
 *
 * @param accepted whether this generation is in force
 * @param mistakes each as path and text; at most {@link #MOST_MISTAKES}
 * @param policyVersion the version that is in force, of this policy or of the one before it
 * @param observedGeneration which generation this is about
 * @param workloads governed workloads by service type
 * @param findings findings by rule
 * @param conditions one: Accepted
 */
@RegisterForReflection(targets = {PolicyStatus.class, PolicyStatus.Condition.class})
public record PolicyStatus(
    @JsonPropertyDescription("Whether this generation is in force.") boolean accepted,
    @JsonPropertyDescription("Every mistake in it, up to 100; none if it is accepted.")
        List<String> mistakes,
    @JsonPropertyDescription(
            "The version of the policy in force: this one, or the last good one if this is"
                + " refused.")
        String policyVersion,
    @JsonPropertyDescription("Which generation this is about.") long observedGeneration,
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @JsonPropertyDescription("Workloads that are governed, by service type.")
        Map<String, Integer> workloads,
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @JsonPropertyDescription("What is found wrong with them, by rule.")
        Map<String, Integer> findings,
    @JsonPropertyDescription("One condition: Accepted.") List<Condition> conditions) {

  /** What a person reads, and what an object may weigh. */
  public static final int MOST_MISTAKES = 100;

  public PolicyStatus {
    mistakes = List.copyOf(mistakes);
    workloads = Map.copyOf(workloads);
    findings = Map.copyOf(findings);
    conditions = List.copyOf(conditions);
  }

  /**
   * A condition as Kubernetes has them.
   *
   * @param lastTransitionTime RFC 3339, since when the status is this one
   */
  public record Condition(
      @JsonPropertyDescription("Which condition.") @Required String type,
      @JsonPropertyDescription("True or False.") @Required String status,
      @JsonPropertyDescription("Why, as one word.") @Required String reason,
      @JsonPropertyDescription("Why, in words.") @Required String message,
      @JsonPropertyDescription("Since when it is so.") @Required String lastTransitionTime,
      @JsonPropertyDescription("Which generation it is about.") long observedGeneration) {}
}
