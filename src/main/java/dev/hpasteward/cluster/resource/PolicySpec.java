package dev.hpasteward.cluster.resource;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import java.util.Map;

/** The policy. */
record PolicySpec(
    @JsonPropertyDescription(
            "The service types, at least one, by the value of the label"
                + " hpa-steward.dev/service-type.")
        @Required
        @Size(min = 1, max = PolicySpec.MOST_TYPES)
        Map<String, ServiceTypeSpec> serviceTypes,
    @JsonPropertyDescription("How far objects are changed on their way in. Left out: Fill.")
        Corrections corrections,
    @JsonPropertyDescription(
            "How the cluster's HPA controller behaves where an autoscaler says nothing.")
        Controller controller,
    @JsonPropertyDescription(
            "What follows from a finding, by rule, where it differs from the rule's default.")
        Map<String, Action> actions,
    @JsonPropertyDescription("How much is done in which namespace.") ModesSpec modes,
    @JsonPropertyDescription("What authors may be exempt from.") ExemptionsSpec exemptions,
    @JsonPropertyDescription(
            "What happens when a manifest sets the replicas of a Deployment that an autoscaler"
                + " scales. Left out: KeepLive.")
        ReplicasOnUpdate replicasOnUpdate,
    @JsonPropertyDescription("How autoscalers are generated.") Generation generation) {

  /** The API server wants a bound, to know what the rules of the schema cost it at most. */
  static final long MOST_TYPES = 100;

  /** How far objects are changed on their way in. */
  enum Corrections {
    @JsonProperty("None")
    NONE,
    @JsonProperty("Fill")
    FILL,
    @JsonProperty("Rewrite")
    REWRITE
  }

  /** What follows from a finding. */
  enum Action {
    @JsonProperty("Deny")
    DENY,
    @JsonProperty("Warn")
    WARN,
    @JsonProperty("Audit")
    AUDIT
  }

  /** What happens to a declared replica count. */
  enum ReplicasOnUpdate {
    @JsonProperty("KeepLive")
    KEEP_LIVE,
    @JsonProperty("Warn")
    WARN
  }

  /** Flags of kube-controller-manager. */
  record Controller(
      @JsonPropertyDescription(
              "--horizontal-pod-autoscaler-tolerance: nothing scales this close to the target."
                  + " Left out: 0.1.")
          @Min(0)
          @Max(1)
          Double tolerance,
      @JsonPropertyDescription(
              "--horizontal-pod-autoscaler-downscale-stabilization: the scale-down window of an"
                  + " autoscaler without one, in seconds. Left out: 300.")
          @Min(0)
          @Max(3600)
          Integer downscaleStabilizationSeconds) {}

  /** When and how fast autoscalers are generated. */
  record Generation(
      @JsonPropertyDescription(
              "How long a new Deployment is left alone, in seconds, so that a chart can bring its"
                  + " own autoscaler. Left out: 30.")
          @Min(0)
          @Max(3600)
          Integer delaySeconds,
      @JsonPropertyDescription("How many autoscalers are written a second at most. Left out: 10.")
          @Min(1)
          @Max(1000)
          Integer writesPerSecond,
      @JsonPropertyDescription(
              "Keys of labels that an autoscaler gets from its Deployment. Left out: none.")
          List<@Size(max = 317) String> copyLabels) {}
}
