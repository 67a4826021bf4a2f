package dev.hpasteward.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which exemptions the policy allows.
 *
 * @param requireReason whether a reason must be given
 * @param requireEnd whether an end must be given
 * @param reasonPattern what the reason must match in full; empty: anything
 * @param maxDays how far off the end may be when an exemption is granted, at least 1; empty: any
 * @param renewals whether an exemption may be extended past {@code maxDays} from its first grant
 * @param never rules that can't be exempted from
 * @param allow where which rules may be exempted from; empty: everywhere from all
 * @param approvers who may add or widen an exemption; empty lists: anybody who may write the object
 */
public record ExemptionRules(
    boolean requireReason,
    boolean requireEnd,
    Optional<ReasonPattern> reasonPattern,
    OptionalInt maxDays,
    boolean renewals,
    Set<RuleId> never,
    List<Allowance> allow,
    Approvers approvers) {

  /** Reason and end are required; anything else goes. */
  public static final ExemptionRules DEFAULT =
      new ExemptionRules(
          true,
          true,
          Optional.empty(),
          OptionalInt.empty(),
          false,
          Set.of(),
          List.of(),
          new Approvers(Set.of(), Set.of()));

  public ExemptionRules {
    never = Set.copyOf(never);
    allow = List.copyOf(allow);
  }

  /**
   * Where which rules may be exempted from.
   *
   * @param namespaceSelector the namespaces
   * @param rules the rules; empty: all
   * @param serviceTypes the service types; empty: all
   */
  public record Allowance(
      LabelSelector namespaceSelector, Set<RuleId> rules, Set<String> serviceTypes) {

    public Allowance {
      rules = Set.copyOf(rules);
      serviceTypes = Set.copyOf(serviceTypes);
    }

    boolean covers(Map<String, String> namespaceLabels, String serviceType, RuleId rule) {
      return namespaceSelector.matches(namespaceLabels)
          && (rules.isEmpty() || rules.contains(rule))
          && (serviceTypes.isEmpty() || serviceTypes.contains(serviceType));
    }
  }

  /**
   * Who may add or widen an exemption.
   *
   * @param users names as the API server knows them
   * @param groups any of which suffices
   */
  public record Approvers(Set<String> users, Set<String> groups) {

    public Approvers {
      users = Set.copyOf(users);
      groups = Set.copyOf(groups);
    }

    public boolean include(String user, Set<String> userGroups) {
      return (users.isEmpty() && groups.isEmpty())
          || users.contains(user)
          || groups.stream().anyMatch(userGroups::contains);
    }
  }

  /** Whether the policy lets anybody there be exempt from this rule at all. */
  public boolean allows(Map<String, String> namespaceLabels, String serviceType, RuleId rule) {
    return rule != RuleId.INVALID_EXEMPTION
        && !never.contains(rule)
        && (allow.isEmpty()
            || allow.stream().anyMatch(a -> a.covers(namespaceLabels, serviceType, rule)));
  }
}
