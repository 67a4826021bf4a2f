package dev.hpasteward.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Writes go on while the webhook is rolled out. */
class RollingRestartIT {

  private static final int CREATES_A_SECOND = 25;

  /** On a machine that runs other builds. */
  private static final int SECONDS = 30;

  RollingRestartIT() {}

  @Test
  void noReviewFailsWhileBothProgramsAreReplaced() {
    try (RollingRestart restart = new RollingRestart(RollingRestartIT.class, SECONDS);
        DryRuns load = restart.load(CREATES_A_SECOND)) {
      restart.replaceBoth();
      restart.assertEndedInGoodOrder();
      load.stop();
      await().atMost(Duration.ofSeconds(60)).until(load::answered);

      assertThat(load.failures()).isEmpty();
    }
  }
}
