package dev.hpasteward.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hpasteward.controlplane.ServedWebhook;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Authorities and certificates that follow each other while 500 reviews come each second. */
@Tag("endurance")
class RotationUnderLoadIT {

  /** Some are left out where the machine is late for a moment. */
  private static final int ASKED_PER_SECOND = 520;

  private static final int REVIEWS_PER_SECOND = 500;

  /** Two authorities follow on the first one, and certificates in between. */
  private static final int ROTATIONS = 2;

  private static final Duration LONG_ENOUGH = Duration.ofMinutes(6);

  @Test
  void noReviewFails() {
    try (Installation installation =
        Installation.start(
            RotationUnderLoadIT.class,
            3,
            Map.of("LIFE", "30s", "AUTHORITY_LIFE", "90s", "NOTICE", "2s", "OVERLAP", "5s"))) {
      installation.awaitReady();
      await().atMost(Duration.ofSeconds(60)).until(installation::reviewed);
      try (ReviewLoad load =
          ReviewLoad.start(
              installation.controlPlane().kubeconfig(),
              installation.kubectl().namespace(),
              ASKED_PER_SECOND)) {
        await()
            .atMost(LONG_ENOUGH)
            .pollInterval(Duration.ofSeconds(1))
            .until(() -> count(installation, "the old authority is trusted no more") >= ROTATIONS);
        double rate = load.reviewsPerSecond();
        Queue<String> failures = load.end();

        System.out.printf(
            "%s; failed %d; certificates in force %d, authorities retired %d%n",
            load.summary(),
            failures.size(),
            installation.programs().stream()
                .map(ServedWebhook::program)
                .mapToInt(program -> occurrences(program.output(), "Certificate in force"))
                .sum(),
            count(installation, "the old authority is trusted no more"));
        assertThat(failures).isEmpty();
        assertThat(count(installation, "every replica serves a certificate by the new authority"))
            .as("old authorities that were not just over")
            .isGreaterThanOrEqualTo(ROTATIONS);
        assertThat(rate)
            .as("reviews a second; the machine was too slow")
            .isGreaterThanOrEqualTo(REVIEWS_PER_SECOND);
      }
    }
  }

  private static int count(Installation installation, String words) {
    return occurrences(installation.log(), words);
  }

  private static int occurrences(String text, String words) {
    return text.split(words, -1).length - 1;
  }
}
