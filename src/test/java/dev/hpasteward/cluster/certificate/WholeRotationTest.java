package dev.hpasteward.cluster.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever crashes, and whoever is late: what is served is valid and trusted at each moment. */
class WholeRotationTest {

  private static final int FIRST = 30;
  private static final int SECONDS = 400;

  /** Short, so that authorities follow each other. */
  private static final int SHORT_LIFE = 30;

  /** Its last third is longer than it takes to get over a fault. */
  private static final int LIFE = 100;

  private static final int FAULT_EVERY = 40;

  private static final List<String> KEYS =
      List.of("ca.crt", "ca.key", "tls.crt", "tls.key", "next-ca.crt", "next-ca.key");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whatIsServedIsTrusted(long seed) {
    SimulatedCluster cluster = started(seed, SHORT_LIFE);
    for (int second = 0; second < SECONDS; second++) {
      cluster.tick();
      assertThat(cluster.distrusted()).as("second %d", second).isEmpty();
    }

    assertThat(cluster.taken()).containsExactlyInAnyOrderElementsOf(EnumSet.allOf(Step.class));
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void evenIfSomebodyBreaksOrDeletesTheSecret(long seed) {
    SimulatedCluster cluster = started(seed, LIFE);
    Random random = new Random(seed);
    for (int second = 0; second < SECONDS; second++) {
      if (second % FAULT_EVERY == 0) {
        int which = random.nextInt(KEYS.size() + 1);
        if (which == KEYS.size()) {
          cluster.deleteSecret();
        } else {
          cluster.garble(KEYS.get(which));
        }
      }
      cluster.tick();
      assertThat(cluster.distrusted()).as("second %d", second).isEmpty();
    }

    assertThat(cluster.taken()).contains(Step.ISSUE_PAIR);
  }

  private static SimulatedCluster started(long seed, int life) {
    SimulatedCluster cluster = new SimulatedCluster(seed, life);
    for (int second = 0; second < FIRST; second++) {
      cluster.tick();
    }
    assertThat(cluster.started()).isTrue();
    return cluster;
  }
}
