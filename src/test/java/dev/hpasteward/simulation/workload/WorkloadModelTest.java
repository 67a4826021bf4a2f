package dev.hpasteward.simulation.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.hpasteward.policy.Encoding;
import dev.hpasteward.simulation.Plans;
import dev.hpasteward.simulation.load.Levels;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parameters of workloads. */
class WorkloadModelTest {

  private static final WorkloadModel AGENT =
      KnownWorkloads.of(Plans.type("agent", Encoding.DOCUMENTED));

  @ParameterizedTest
  @CsvSource({
    "livekit-egress, 1, 3600",
    "sip, 60, 3600",
    "sfu, 300, 18000",
    "agent, 10, 600",
  })
  void aServiceTypeHasItsModelAndThePolicysGracePeriod(String type, int sessions, int grace) {
    WorkloadModel model = KnownWorkloads.of(Plans.type(type, Encoding.DOCUMENTED));

    assertThat(model.name()).isEqualTo(type);
    assertThat(model.sessionsPerPod()).isEqualTo(sessions);
    assertThat(model.gracePeriod()).isEqualTo(Duration.ofSeconds(grace));
  }

  /** LiveKit's agents take no more from a load of 0.7 on. */
  @Test
  void aFullAgentIsAtTheVendorsThreshold() {
    assertThat(AGENT.cpu().percent(AGENT.sessionsPerPod())).isEqualTo(70);
  }

  @Test
  void usageIsAShareOfTheRequest() {
    ResourceUsage usage = new ResourceUsage(5, 6.5, 4000);

    assertThat(usage.amount(0)).isEqualTo(200);
    assertThat(usage.amount(10)).isEqualTo(2800);
  }

  @Test
  void aLoadFitsTheFleet() {
    assertThat(AGENT.fitting(2, 20)).isEqualTo(new Levels(8, 100));
    assertThat(AGENT.fitting(5, 5)).isEqualTo(new Levels(20, 25));
  }

  @Test
  void impossibleParametersAreRefused() {
    assertRefused(() -> AGENT.holding(0), "sessions per pod are 1 to 100000: 0");
    assertRefused(() -> AGENT.lasting(Duration.ZERO), "a mean session is at least a second: PT0S");
    assertRefused(
        () -> AGENT.ending(Duration.ofSeconds(-1)), "a grace period is not negative: PT-1S");
    assertRefused(() -> new ResourceUsage(-1, 5, 1), "usage is 0 to 1000 per cent");
    assertRefused(() -> new ResourceUsage(1, Double.NaN, 1), "usage is 0 to 1000 per cent");
    assertRefused(() -> new ResourceUsage(1, 5, 0), "a request is at least 1: 0");
    assertRefused(
        () -> new PodStart(Duration.ofSeconds(-1), Duration.ZERO, 1), "delays are not negative");
    assertRefused(() -> new PodStart(Duration.ZERO, Duration.ZERO, 0), "at least one pod");
    assertRefused(() -> new Measuring(Duration.ofMinutes(11), 0, 0), "a lag is 0 to 10 minutes");
    assertRefused(() -> new Measuring(Duration.ZERO, Double.NaN, 0), "shares are 0 to 1");
    assertRefused(() -> new Measuring(Duration.ZERO, 0, 1.5), "shares are 0 to 1");
  }

  private static void assertRefused(ThrowingCallable making, String message) {
    assertThatThrownBy(making)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aPodThatTakesMoreSessionsUsesAsMuchAsBeforeWhenItIsFull() {
    WorkloadModel larger = AGENT.holding(10 * AGENT.sessionsPerPod());

    assertThat(larger.cpu().percent(larger.sessionsPerPod()))
        .isCloseTo(AGENT.cpu().percent(AGENT.sessionsPerPod()), offset(1e-9));
    assertThat(larger.memory().percent(larger.sessionsPerPod()))
        .isCloseTo(AGENT.memory().percent(AGENT.sessionsPerPod()), offset(1e-9));
  }
}
