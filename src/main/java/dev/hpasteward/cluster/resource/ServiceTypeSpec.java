package dev.hpasteward.cluster.resource;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

/** One service type. Rules compare what is written; the program knows the defaults too. */
record ServiceTypeSpec(
    @JsonPropertyDescription("Recognises Deployments that don't carry the label; not empty.")
        SelectorSpec selector,
    @JsonPropertyDescription("Thresholds of utilization.") Resources resources,
    @JsonPropertyDescription("Metrics of free capacity: they fall as load rises.") @Size(max = 20)
        List<CapacityMetricSpec> capacityMetrics,
    @JsonPropertyDescription("Stabilization windows: short for scale-up, long for scale-down.")
        WindowsSpec windows,
    @JsonPropertyDescription(
            "How fast it may shrink; of several, the one that removes most holds. Empty: no"
                + " bound.")
        @Size(max = 20)
        List<Rate> scaleDownRate,
    @JsonPropertyDescription("Replica bounds.") Replicas replicas,
    @JsonPropertyDescription("Where Prometheus finds the metrics; left out, nothing is annotated.")
        Scrape scrape,
    @JsonPropertyDescription(
            "What terminationGracePeriodSeconds must be at least; left out, it is not judged.")
        @Min(1)
        @Max(604_800)
        Integer gracePeriodAtLeast) {

  /** Thresholds of utilization. */
  record Resources(
      @JsonPropertyDescription("CPU.") Thresholds cpu,
      @JsonPropertyDescription("Memory.") Thresholds memory) {}

  /** Per cent of the request. */
  @ValidationRule(
      value = "!has(self.scaleDownAt) || self.scaleDownAt < self.scaleUpAt",
      message = "scaleDownAt must be below scaleUpAt")
  record Thresholds(
      @JsonPropertyDescription("Scale up at or above it, in per cent of the request.")
          @Required
          @Min(1)
          @Max(1000)
          Integer scaleUpAt,
      @JsonPropertyDescription("Scale down at or below it, in per cent of the request.")
          @Min(1)
          @Max(1000)
          Integer scaleDownAt) {}

  /** One rate. */
  @ValidationRule(
      value = "has(self.pods) != has(self.percent)",
      message = "either pods or percent must be there, and not both")
  record Rate(
      @JsonPropertyDescription("So many pods.") @Min(1) @Max(100_000) Integer pods,
      @JsonPropertyDescription("So much of the replicas, in per cent.") @Min(1) @Max(100)
          Integer percent,
      @JsonPropertyDescription("In this time, in seconds.") @Required @Min(1) @Max(1800)
          Integer everySeconds) {}

  /** Replica bounds. */
  @ValidationRule(
      value = "!has(self.min) || !has(self.max) || self.min <= self.max",
      message = "min must be at most max")
  @ValidationRule(
      value = "!has(self.floor) || !has(self.min) || self.floor <= self.min",
      message = "floor must be at most min")
  @ValidationRule(
      value = "!has(self.ceiling) || !has(self.max) || self.ceiling >= self.max",
      message = "ceiling must be at least max")
  record Replicas(
      @JsonPropertyDescription("minReplicas where an author sets none. Left out: 2.")
          @Min(1)
          @Max(100_000)
          Integer min,
      @JsonPropertyDescription("maxReplicas of generated autoscalers. Left out: 20.")
          @Min(1)
          @Max(100_000)
          Integer max,
      @JsonPropertyDescription("No author may set a lower minReplicas.") @Min(1) @Max(100_000)
          Integer floor,
      @JsonPropertyDescription("No author may set a higher maxReplicas.") @Min(1) @Max(100_000)
          Integer ceiling) {}

  /** Where Prometheus finds the metrics. */
  record Scrape(
      @JsonPropertyDescription("The port where no container port is named metrics or prometheus.")
          @Min(1)
          @Max(65_535)
          Integer port,
      @JsonPropertyDescription("The path. Left out: /metrics.")
          @Size(max = 1024)
          @Pattern("^/[!$&->@-\\[\\]-~]*$")
          String path) {}
}
