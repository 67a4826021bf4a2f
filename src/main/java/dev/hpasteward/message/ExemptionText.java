package dev.hpasteward.message;

import dev.hpasteward.decision.Dates;
import dev.hpasteward.decision.Exemption;
import dev.hpasteward.decision.ExemptionOffer;
import dev.hpasteward.model.Excerpt;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.policy.RuleId;
import java.time.Instant;
import java.util.stream.Collectors;

/** Exemptions in words. */
final class ExemptionText {

  private ExemptionText() {}

  /** That it is used, why, and how long it holds. */
  static String inUse(Exemption exemption, Instant now) {
    return "exempt" + end(exemption, now) + reason(exemption);
  }

  /** The same for the log, which has dates of its own. */
  static String inUse(Exemption exemption) {
    String end = exemption.until().map(until -> " until " + Dates.lastDay(until)).orElse("");
    return "exempt" + end + reason(exemption);
  }

  private static String end(Exemption exemption, Instant now) {
    return exemption
        .until()
        .map(
            until ->
                " until %s (%d days left)"
                    .formatted(Dates.lastDay(until), exemption.daysLeft(now).orElse(0L)))
        .orElse(", without an end");
  }

  private static String reason(Exemption exemption) {
    return exemption.reason().isBlank() ? "" : ": " + Excerpt.plain(exemption.reason());
  }

  static String expired(Exemption exemption) {
    return "the exemption from %s ended on %s: mend the object and remove the exempt annotations"
        .formatted(
            exemption.rules().stream().sorted().map(RuleId::id).collect(Collectors.joining(", ")),
            exemption.until().map(Dates::lastDay).orElse("?"));
  }

  /** How to be exempt, where that is right; ready to be pasted. */
  static String offer(ExemptionOffer offer) {
    String rules = offer.rules().stream().map(RuleId::id).collect(Collectors.joining(","));
    String reason =
        offer
            .conditions()
            .reasonPattern()
            .map(pattern -> "a reason that matches " + pattern)
            .orElse("why");
    String until = offer.latestDay().map(day -> "a day until " + day).orElse("the last day");
    String whom = offer.approver().map(approver -> "ask " + approver + " to ").orElse("");
    return """
        If it must be so for a while, %sexempt it in metadata.annotations:
          %s: %s
          %s: <%s>
          %s: <%s>"""
        .formatted(
            whom,
            StewardKeys.EXEMPT,
            rules,
            StewardKeys.EXEMPT_REASON,
            reason,
            StewardKeys.EXEMPT_UNTIL,
            until);
  }
}
