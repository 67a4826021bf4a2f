package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.EnforcedCluster;
import dev.hpasteward.controlplane.Kubectl;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Who is refused is told the ways out, word for word. */
class ExemptionOfferIT {

  private static final String OFFER =
      """
      If it must be so for a while, exempt it in metadata.annotations:
        hpa-steward.dev/exempt: cpu-target
        hpa-steward.dev/exempt-reason: <why>
        hpa-steward.dev/exempt-until: <a day until %s>
      """;

  /** The embedded policy's limit. */
  private static final int MOST_DAYS = 90;

  private final Kubectl kubectl = EnforcedCluster.running().kubectl(ExemptionOfferIT.class);

  ExemptionOfferIT() {}

  /** A backup holds no object that exists, so a changed one gets no word about it. */
  @Test
  void aNewAutoscalerMayBeExemptOrComeFromABackupAndAChangedOneMayBeExempt() {
    kubectl.runWithInput(Manifests.deployment("agent", "agent"), "create", "-f", "-").output();

    LocalDate before = LocalDate.now(ZoneOffset.UTC);
    Kubectl.Result created = write(90, "create");
    write(50, "create").output();
    Kubectl.Result replaced = write(90, "replace");
    LocalDate after = LocalDate.now(ZoneOffset.UTC);

    String backup =
        "Restoring a backup? Label the namespace hpa-steward.dev/mode=warn while you do.\n";
    // Two days if midnight passed meanwhile.
    assertThat(ending(created)).isIn(offer(before) + backup, offer(after) + backup);
    assertThat(ending(replaced)).isIn(offer(before), offer(after));
  }

  private static String offer(LocalDate today) {
    return OFFER.formatted(today.plusDays(MOST_DAYS));
  }

  private static String ending(Kubectl.Result refused) {
    return refused.stderr().substring(Refusal.withoutOffer(refused).stderr().length());
  }

  private Kubectl.Result write(int cpu, String command) {
    return kubectl.runWithInput(Manifests.autoscaler("agent", "agent", cpu), command, "-f", "-");
  }
}
