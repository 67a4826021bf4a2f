package dev.hpasteward.cluster.leadership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two programs and one Lease; what takes minutes is in {@link TakeOverIT}. */
class ElectionIT {

  private static final Candidates CANDIDATES = Candidates.of(ElectionIT.class);

  @BeforeEach
  void twoRun() {
    CANDIDATES.ensure(2);
  }

  @AfterAll
  static void end() {
    CANDIDATES.close();
  }

  @Test
  void oneLeadsAndTheOtherSaysWhoDoes() {
    Candidate leader = CANDIDATES.awaitLeader();
    Candidate other = CANDIDATES.besides(leader).get(0);

    assertThat(other.leads()).isFalse();
    assertThat(leader.output())
        .contains(
            "this process leads", "holds the Lease " + CANDIDATES.namespace() + "/hpa-steward");
    other.awaitLine("leads: it holds the Lease " + CANDIDATES.namespace() + "/hpa-steward");
  }

  @Test
  void aLeaderThatIsToldToEndIsFollowedWithinFiveSeconds() {
    Candidate leader = CANDIDATES.awaitLeader();
    Candidate other = CANDIDATES.besides(leader).get(0);

    leader.tellToEnd();
    CANDIDATES.without(leader);

    assertThat(CANDIDATES.awaitLeader(Duration.ofSeconds(5))).isEqualTo(other);
    assertThat(leader.exitCode()).isEqualTo(143);
    assertThat(leader.output())
        .contains("this process no longer leads: it ends, and gives up the Lease");
  }

  @Test
  void aLeaderThatIsKilledIsFollowedWithinTwentySeconds() {
    Candidate leader = CANDIDATES.awaitLeader();
    Candidate other = CANDIDATES.besides(leader).get(0);

    leader.kill();
    CANDIDATES.without(leader);

    assertThat(CANDIDATES.awaitLeader(Duration.ofSeconds(20))).isEqualTo(other);
  }
}
