package dev.hpasteward.cluster.resource;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

/**
 * What authors may be exempt from. Ids of rules are text here: the program knows them, and a newer
 * program with more rules must not need a newer CRD.
 */
@ValidationRule(
    value = "!has(self.maxDays) || !has(self.requireEnd) || self.requireEnd",
    message = "requireEnd must be true beside maxDays")
record ExemptionsSpec(
    @JsonPropertyDescription("A reason must be given. Left out: true.") Boolean requireReason,
    @JsonPropertyDescription("An end must be given. Left out: true.") Boolean requireEnd,
    @JsonPropertyDescription("A regular expression of RE2 that all of the reason must match.")
        @Size(min = 1, max = 200)
        String reasonPattern,
    @JsonPropertyDescription(
            "How many days off the end may be when an exemption is granted. Left out: any.")
        @Min(1)
        @Max(3650)
        Integer maxDays,
    @JsonPropertyDescription(
            "Whether an exemption may be extended past maxDays from its first grant. Left out:"
                + " false.")
        Boolean renewals,
    @JsonPropertyDescription("Ids of rules that nobody is exempt from.")
        List<@Pattern(ExemptionsSpec.RULE) String> never,
    @JsonPropertyDescription(
            "Where which rules may be exempted from. Left out or empty: everywhere, from all but"
                + " never.")
        @Size(max = 100)
        List<Allowance> allow,
    @JsonPropertyDescription(
            "Who may add or widen an exemption; nobody named: whoever may write the object.")
        Approvers approvers) {

  static final String RULE = "^[a-z][a-z-]*$";

  /** Some rules in some namespaces. */
  record Allowance(
      @JsonPropertyDescription("The namespaces. Left out or empty: all.")
          SelectorSpec namespaceSelector,
      @JsonPropertyDescription("Ids of rules, none of never. Left out or empty: all.")
          List<@Pattern(RULE) String> rules,
      @JsonPropertyDescription(
              "Service types, each of them in this policy. Left out or empty: all.")
          List<@Size(max = 63) String> serviceTypes) {}

  /** Who may add or widen an exemption. */
  record Approvers(
      @JsonPropertyDescription("Users, as the API server knows them.")
          List<@Size(max = 512) String> users,
      @JsonPropertyDescription("Groups, any of which suffices.")
          List<@Size(max = 512) String> groups) {}
}
