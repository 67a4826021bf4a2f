package dev.hpasteward.cluster.leadership;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaderElectionRecord;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SightingTest {

  private static final ZonedDateTime NOON =
      ZonedDateTime.of(2026, 6, 1, 12, 0, 0, 0, ZoneOffset.UTC);

  @ParameterizedTest
  @ValueSource(longs = {-86_400, -20, 0, 20, 86_400})
  void aLeaseRunsOutByTheReadersClockHoweverWrongTheWritersIs(long secondsAhead) {
    LeaderElectionRecord written = record(NOON.plusSeconds(secondsAhead));
    Sighting first = new Sighting(written, 0);

    Sighting second = first.next(record(NOON.plusSeconds(secondsAhead)), seconds(14));

    assertThat(second.on(NOON, seconds(14)).getRenewTime()).isEqualTo(NOON.minusSeconds(14));
  }

  @Test
  void aRenewalCountsFromWhenItIsSeen() {
    Sighting first = new Sighting(record(NOON), 0);

    Sighting second = first.next(record(NOON.plusSeconds(1)), seconds(3));

    assertThat(second.on(NOON, seconds(3)).getRenewTime()).isEqualTo(NOON);
  }

  @Test
  void everythingElseStaysAsItWasWritten() {
    LeaderElectionRecord seen = new Sighting(record(NOON), 0).on(NOON, seconds(7));

    assertThat(seen)
        .isEqualTo(
            new LeaderElectionRecord(
                "one", Duration.ofSeconds(15), NOON.minusHours(1), NOON.minusSeconds(7), 4));
  }

  private static LeaderElectionRecord record(ZonedDateTime renewed) {
    return new LeaderElectionRecord("one", Duration.ofSeconds(15), NOON.minusHours(1), renewed, 4);
  }

  private static long seconds(long seconds) {
    return Duration.ofSeconds(seconds).toNanos();
  }
}
