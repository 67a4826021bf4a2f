package dev.hpasteward.decision;

import static dev.hpasteward.decision.ExemptionReader.invalid;

import dev.hpasteward.model.Deadline;
import dev.hpasteward.model.Excerpt;
import dev.hpasteward.policy.ExemptionRules;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.rules.Violation;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds an exemption to the policy: explained, not too long, allowed here, by whom it must be. */
final class ExemptionCheck {

  private static final int LONGEST_REASON = 1000;

  private final ExemptionRules allowed;
  private final Map<String, String> namespaceLabels;
  private final String serviceType;
  private final Author author;
  private final Instant now;

  ExemptionCheck(
      ExemptionRules allowed,
      Map<String, String> namespaceLabels,
      String serviceType,
      Author author,
      Instant now) {
    this.allowed = allowed;
    this.namespaceLabels = namespaceLabels;
    this.serviceType = serviceType;
    this.author = author;
    this.now = now;
  }

  /**
   * What came of it.
   *
   * @param exempt the rules that the object is exempt from now
   * @param expired the exemption, if it is over
   * @param violations what is wrong with it
   */
  record Result(
      Optional<Exemption> exempt, Optional<Exemption> expired, List<Violation> violations) {}

  /**
   * Judges a claim.
   *
   * @param before the claim that the stored object makes; absent for a new object
   * @param stored when the stored object was created; empty for a new one
   */
  Result check(ExemptionClaim claim, ExemptionClaim before, Optional<Instant> stored) {
    List<Violation> violations = new ArrayList<>();
    Optional<Exemption> read = ExemptionReader.read(claim, violations::add);
    if (read.isEmpty()) {
      return new Result(Optional.empty(), Optional.empty(), violations);
    }
    Exemption exemption = read.get();
    int unreadable = violations.size();
    explained(exemption, violations);
    limited(claim, exemption, before, stored, violations);
    authorised(claim, exemption, before, violations);
    boolean valid = violations.size() == unreadable;
    Set<RuleId> permitted = permitted(exemption, violations);
    if (!valid) {
      return new Result(Optional.empty(), Optional.empty(), violations);
    }
    Exemption usable = new Exemption(permitted, exemption.reason(), exemption.until());
    return usable.isOver(now)
        ? new Result(Optional.empty(), Optional.of(usable), violations)
        : new Result(Optional.of(usable), Optional.empty(), violations);
  }

  private void explained(Exemption exemption, List<Violation> violations) {
    String reason = exemption.reason();
    if (reason.isBlank()) {
      if (allowed.requireReason()) {
        violations.add(
            invalid(
                ExemptionClaim.REASON_PATH,
                "no reason",
                allowed.reasonPattern().map(p -> "a reason that matches " + p).orElse("a reason"),
                "say why in hpa-steward.dev/exempt-reason"));
      }
      return;
    }
    if (reason.length() > LONGEST_REASON) {
      violations.add(
          invalid(
              ExemptionClaim.REASON_PATH,
              reason.length() + " characters",
              "at most " + LONGEST_REASON,
              "shorten it"));
      return;
    }
    allowed
        .reasonPattern()
        .filter(pattern -> !pattern.matches(reason))
        .ifPresent(
            pattern ->
                violations.add(
                    invalid(
                        ExemptionClaim.REASON_PATH,
                        Excerpt.quoted(reason),
                        "a reason that matches " + pattern,
                        "write it so that all of it matches")));
  }

  private void limited(
      ExemptionClaim claim,
      Exemption exemption,
      ExemptionClaim before,
      Optional<Instant> stored,
      List<Violation> violations) {
    if (exemption.until().isEmpty()) {
      if (allowed.requireEnd()) {
        violations.add(
            invalid(
                ExemptionClaim.UNTIL_PATH,
                "no end",
                "a date or a time",
                "say when it ends in hpa-steward.dev/exempt-until"));
      }
      return;
    }
    Optional<Instant> latestEnd = latestEnd(before, stored);
    if (latestEnd.isEmpty() || !widens(claim, exemption, before)) {
      return;
    }
    Instant latest = latestEnd.get();
    if (exemption.until().get().isAfter(latest)) {
      violations.add(
          invalid(
                  ExemptionClaim.UNTIL_PATH,
                  Excerpt.quoted(claim.until().orElse("")),
                  "at most " + allowed.maxDays().getAsInt() + " days from its first grant",
                  isExtension(before)
                      ? "it was granted on %s; mend the object instead"
                          .formatted(Dates.of(firstGrant(before, stored)))
                      : "end it by " + Dates.lastDay(latest))
              .distance((double) Duration.between(latest, exemption.until().get()).toSeconds()));
    }
  }

  /**
   * When an exemption that is written now must be over; empty: any time. A date means its end: the
   * day of the limit itself is allowed, and nothing after it.
   */
  Optional<Instant> latestEnd(ExemptionClaim before, Optional<Instant> stored) {
    if (allowed.maxDays().isEmpty()) {
      return Optional.empty();
    }
    Instant granted = isExtension(before) ? firstGrant(before, stored) : now;
    return Optional.of(
        granted
            .plus(Duration.ofDays(allowed.maxDays().getAsInt()))
            .truncatedTo(ChronoUnit.DAYS)
            .plus(Duration.ofDays(1)));
  }

  /** Whether its days are counted from an earlier grant. */
  private boolean isExtension(ExemptionClaim before) {
    return before.rules().isPresent() && !allowed.renewals();
  }

  /** As we noted it; a note of the future is not ours. */
  private Instant firstGrant(ExemptionClaim before, Optional<Instant> stored) {
    return before
        .since()
        .flatMap(Deadline::parse)
        .filter(since -> !since.isAfter(now))
        .or(() -> stored)
        .orElse(now);
  }

  private void authorised(
      ExemptionClaim claim,
      Exemption exemption,
      ExemptionClaim before,
      List<Violation> violations) {
    if (author.equals(Author.NOBODY) || !widens(claim, exemption, before)) {
      return;
    }
    ApproverNames.toAsk(allowed.approvers(), author)
        .ifPresent(
            approver ->
                violations.add(
                    invalid(
                        ExemptionClaim.RULES_PATH,
                        "added or widened by " + Excerpt.quoted(author.user()),
                        "an approver that the policy names",
                        "ask " + approver + " to write it")));
  }

  private static boolean widens(ExemptionClaim claim, Exemption exemption, ExemptionClaim before) {
    if (claim.saysTheSameAs(before)) {
      return false;
    }
    Optional<Exemption> old = ExemptionReader.read(before, ignored -> {});
    return old.isEmpty()
        || !old.get().rules().containsAll(exemption.rules())
        || later(exemption.until(), old.get().until());
  }

  private static boolean later(Optional<Instant> until, Optional<Instant> before) {
    return before.isPresent() && (until.isEmpty() || until.get().isAfter(before.get()));
  }

  private Set<RuleId> permitted(Exemption exemption, List<Violation> violations) {
    Set<RuleId> permitted = EnumSet.noneOf(RuleId.class);
    for (RuleId rule : RuleId.values()) {
      if (!exemption.rules().contains(rule)) {
        continue;
      }
      if (allowed.allows(namespaceLabels, serviceType, rule)) {
        permitted.add(rule);
      } else {
        violations.add(
            invalid(
                ExemptionClaim.RULES_PATH,
                rule.id(),
                "only what the policy lets be exempt here",
                "mend the object, or ask the platform team to allow it"));
      }
    }
    return permitted;
  }
}
