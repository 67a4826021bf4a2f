package dev.hpasteward.source;

import dev.hpasteward.policy.ExemptionRules;
import dev.hpasteward.policy.ExemptionRules.Approvers;
import dev.hpasteward.policy.RuleId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads {@code exemptions}: what authors may be exempt from, where, how long, by whose word. */
final class ExemptionsReader {

  /** Ten years: who needs longer wants no end. */
  static final WholeNumber DAYS = new WholeNumber(1, 3650, "days");

  private static final ExemptionRules DEFAULT = ExemptionRules.DEFAULT;

  private ExemptionsReader() {}

  /**
   * Reads the section.
   *
   * @param serviceTypes those that the document has
   */
  static ExemptionRules read(Section spec, Set<String> serviceTypes) {
    Section section =
        spec.section(
            "exemptions",
            "requireReason",
            "requireEnd",
            "reasonPattern",
            "maxDays",
            "renewals",
            "never",
            "allow",
            "approvers");
    Setting<Boolean> requireEnd = flag(section, "requireEnd", DEFAULT.requireEnd());
    OptionalInt maxDays = Setting.whole(section.ifSet("maxDays", DAYS));
    if (maxDays.isPresent()) {
      requireEndBesideMaxDays(requireEnd);
    }
    Set<RuleId> never = Set.copyOf(rules(section.value("never")));
    return new ExemptionRules(
        flag(section, "requireReason", DEFAULT.requireReason()).value(),
        requireEnd.value(),
        section.ifSet("reasonPattern", new LinearPattern()).map(Setting::value),
        maxDays,
        flag(section, "renewals", DEFAULT.renewals()).value(),
        never,
        section
            .value("allow")
            .map(list -> new AllowanceReader(never, serviceTypes).read(list))
            .orElse(List.of()),
        approvers(section.section("approvers", "users", "groups")));
  }

  private static Setting<Boolean> flag(Section section, String key, boolean otherwise) {
    return section.orDefault(key, new TrueOrFalse(), otherwise);
  }

  private static void requireEndBesideMaxDays(Setting<Boolean> requireEnd) {
    if (requireEnd.sound() && !requireEnd.value()) {
      requireEnd
          .written()
          .ifPresent(
              value ->
                  value.mistake(
                      "found false, allowed true beside maxDays, since an exemption without an end"
                          + " outlasts it; write true or remove maxDays"));
    }
  }

  private static List<RuleId> rules(Optional<Value> list) {
    return list.map(value -> value.items(new RuleName())).orElse(List.of());
  }

  private static Approvers approvers(Section section) {
    return new Approvers(accounts(section, "users"), accounts(section, "groups"));
  }

  private static Set<String> accounts(Section section, String key) {
    return section.value(key).map(list -> Set.copyOf(list.items(Name.ACCOUNT))).orElse(Set.of());
  }
}
