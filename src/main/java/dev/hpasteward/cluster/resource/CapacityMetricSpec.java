package dev.hpasteward.cluster.resource;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** A metric of free capacity. */
@ValidationRule(
    value = "self.scaleUpAtOrBelow < self.scaleDownAtOrAbove",
    message = "scaleUpAtOrBelow must be below scaleDownAtOrAbove")
@ValidationRule(
    value = "self.scaleUpAtOrBelow > 0.0 || (has(self.encoding) && self.encoding == 'Headroom')",
    message = "scaleUpAtOrBelow must be above 0 with encoding Documented")
record CapacityMetricSpec(
    @JsonPropertyDescription("The metric's name.")
        @Required
        @Size(max = 253)
        @Pattern(CapacityMetricSpec.NAME)
        String name,
    @JsonPropertyDescription(
            "Whether the name is only a placeholder: such a metric is judged where it is present,"
                + " and never demanded or injected. Left out: false.")
        Boolean placeholder,
    @JsonPropertyDescription("Scale up at or below this free capacity.")
        @Required
        @Min(0)
        @Max(1_000_000_000)
        Double scaleUpAtOrBelow,
    @JsonPropertyDescription("Scale down at or above this free capacity.")
        @Required
        @Min(0)
        @Max(1_000_000_000)
        Double scaleDownAtOrAbove,
    @JsonPropertyDescription(
            "What is injected: the metric as the strategy writes it, or the capacity needed. Left"
                + " out: Documented.")
        Encoding encoding,
    @JsonPropertyDescription(
            "The name of the capacity needed. Left out: _needed in place of _available, else"
                + " _needed appended.")
        @Size(max = 253)
        @Pattern(CapacityMetricSpec.NAME)
        String headroomName) {

  static final String NAME = "^[A-Za-z_][A-Za-z0-9_.:-]*$";

  /** What is injected. */
  enum Encoding {
    @JsonProperty("Documented")
    DOCUMENTED,
    @JsonProperty("Headroom")
    HEADROOM
  }
}
