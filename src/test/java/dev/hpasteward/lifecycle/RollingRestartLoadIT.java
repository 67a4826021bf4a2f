package dev.hpasteward.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same three times under load; takes a minute. */
@Tag("endurance")
class RollingRestartLoadIT {

  private static final int RESTARTS = 3;

  /** 500 reviews. */
  private static final int CREATES_A_SECOND = 250;

  /** As in deploy/webhooks.yaml. */
  private static final int SECONDS = 3;

  RollingRestartLoadIT() {}

  @Test
  void noReviewOf500ASecondFailsWhileBothProgramsAreReplacedThreeTimes() {
    try (RollingRestart restart = new RollingRestart(RollingRestartLoadIT.class, SECONDS);
        DryRuns load = restart.load(CREATES_A_SECOND)) {
      for (int round = 0; round < RESTARTS; round++) {
        restart.replaceBoth();
        restart.assertEndedInGoodOrder();
        System.out.printf("after rolling restart %d: %s%n", round + 1, load);
      }
      double rate = load.reviewsPerSecond();
      load.stop();
      await().atMost(Duration.ofSeconds(60)).until(load::answered);

      assertThat(load.failures()).isEmpty();
      assertThat(rate).as("reviews a second; the machine was too slow").isGreaterThan(475);
    }
  }
}
