package dev.hpasteward.decision;

import dev.hpasteward.model.Deadline;
import dev.hpasteward.model.Excerpt;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.policy.NearestName;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.rules.Violation;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads a claim: what can't be read is a violation, and exempts from nothing. */
final class ExemptionReader {

  /** More are not worth a message each: an annotation holds up to 256 KiB. */
  private static final int MOST_RULES = 40;

  private static final List<String> KNOWN = Stream.of(RuleId.values()).map(RuleId::id).toList();

  private ExemptionReader() {}

  static Optional<Exemption> read(ExemptionClaim claim, Consumer<Violation> report) {
    if (claim.rules().isEmpty()) {
      if (!claim.isAbsent()) {
        report.accept(nothingNamed("nothing"));
      }
      return Optional.empty();
    }
    Set<RuleId> rules = rules(claim.rules().get(), report);
    Optional<Instant> until = claim.until().flatMap(Deadline::parse);
    if (claim.until().isPresent() && until.isEmpty()) {
      report.accept(
          invalid(
              ExemptionClaim.UNTIL_PATH,
              Excerpt.quoted(claim.until().get()),
              "a date (its end, UTC) or a time (RFC 3339)",
              "write it as 2026-12-31 or 2026-12-31T18:00:00Z"));
      return Optional.empty();
    }
    return Optional.of(new Exemption(rules, claim.reason().orElse(""), until));
  }

  private static Set<RuleId> rules(String text, Consumer<Violation> report) {
    Set<RuleId> rules = EnumSet.noneOf(RuleId.class);
    String[] names = text.split(",", -1);
    if (Arrays.stream(names).allMatch(String::isBlank)) {
      report.accept(nothingNamed(Excerpt.quoted(text)));
    } else if (names.length > MOST_RULES) {
      report.accept(
          invalid(
                  ExemptionClaim.RULES_PATH,
                  names.length + " names",
                  "at most " + MOST_RULES,
                  "name only the rules that the object breaks")
              .distance(names.length - MOST_RULES));
    } else {
      Arrays.stream(names)
          .map(String::strip)
          .distinct()
          .forEach(
              name ->
                  RuleId.of(name).ifPresentOrElse(rules::add, () -> report.accept(unknown(name))));
    }
    return rules;
  }

  private static Violation nothingNamed(String found) {
    return invalid(
        ExemptionClaim.RULES_PATH,
        found,
        "the rules to be exempt from, separated by commas",
        "name the rules, such as cpu-target");
  }

  private static Violation unknown(String name) {
    if (name.isEmpty()) {
      return invalid(
          ExemptionClaim.RULES_PATH, "an empty entry", "a rule's id", "remove the comma too many");
    }
    String fix =
        name.contains("*")
            ? "there is no wildcard: name each rule"
            : NearestName.of(name, KNOWN)
                .map(nearest -> "write " + nearest)
                .orElse("use the ids that the denial names");
    return invalid(ExemptionClaim.RULES_PATH, Excerpt.quoted(name), "a rule's id", fix);
  }

  static Violation invalid(FieldPath path, String found, String allowed, String fix) {
    return Violation.of(RuleId.INVALID_EXEMPTION, path, found, allowed, fix);
  }
}
