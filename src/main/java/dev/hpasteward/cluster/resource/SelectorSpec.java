package dev.hpasteward.cluster.resource;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import java.util.Map;

/** A selector of labels. */
record SelectorSpec(
    @JsonPropertyDescription("Labels that must have exactly these values.")
        Map<String, @Size(max = 63) String> matchLabels,
    @JsonPropertyDescription("Further requirements.") @Size(max = 20)
        List<Requirement> matchExpressions) {

  /** One requirement. */
  @ValidationRule(
      value = "self.operator in ['In', 'NotIn'] == (has(self.values) && size(self.values) > 0)",
      message = "values belong to In and NotIn, which need at least one")
  record Requirement(
      @JsonPropertyDescription("The label.") @Required @Size(max = 317) String key,
      @JsonPropertyDescription("How it is compared; an absent label satisfies NotIn.") @Required
          Operator operator,
      @JsonPropertyDescription("At least one with In and NotIn, none otherwise.")
          List<@Size(max = 63) String> values) {}

  /** How a label is compared. */
  enum Operator {
    @JsonProperty("In")
    IN,
    @JsonProperty("NotIn")
    NOT_IN,
    @JsonProperty("Exists")
    EXISTS,
    @JsonProperty("DoesNotExist")
    DOES_NOT_EXIST
  }
}
