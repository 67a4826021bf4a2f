package dev.hpasteward.acceptance;

import dev.hpasteward.controlplane.Kubectl;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What kubectl shows of a write that was refused. */
final class Refusal {

  /** How to exempt the object, and, for a new one, how a backup is restored. */
  private static final Pattern OFFER =
      Pattern.compile(
          """
          If it must be so for a while, exempt it in metadata\\.annotations:
            hpa-steward\\.dev/exempt: [a-z,-]+
            hpa-steward\\.dev/exempt-reason: <why>
            hpa-steward\\.dev/exempt-until: <[^>\n]+>
          (Restoring a backup\\? [^\n]+
          )?\\z""");

  private Refusal() {}

  /**
   * The same without the lines about exemptions and backups at its end, whose exact words {@link
   * ExemptionOfferIT} tests.
   *
   * @throws AssertionError if it does not end with them
   */
  static Kubectl.Result withoutOffer(Kubectl.Result refused) {
    Matcher offer = OFFER.matcher(refused.stderr());
    if (!offer.find()) {
      throw new AssertionError("no offer to exempt at the end of: " + refused);
    }
    return new Kubectl.Result(
        refused.exitCode(), refused.stdout(), refused.stderr().substring(0, offer.start()));
  }
}
