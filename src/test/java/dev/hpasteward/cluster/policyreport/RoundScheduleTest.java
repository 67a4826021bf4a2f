package dev.hpasteward.cluster.policyreport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class RoundScheduleTest {

  private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");

  private final RoundSchedule schedule = new RoundSchedule(Duration.ofSeconds(30));

  @Test
  void theFirstRoundIsDueAtOnce() {
    assertThat(schedule.due("a", START)).isTrue();
  }

  @Test
  void withoutChangesARoundIsDueEveryThirtySeconds() {
    done("a", 0, Optional.empty());

    assertThat(dueAfter(0, second -> "a")).hasValue(30);
  }

  @Test
  void aChangeIsLookedAtOnceNothingFollows() {
    done("a", 0, Optional.empty());

    assertThat(dueAfter(0, second -> second < 5 ? "a" : "b")).hasValue(7);
  }

  @Test
  void changesThatNeverEndAreLookedAtAfterTenSeconds() {
    done("a", 0, Optional.empty());

    assertThat(dueAfter(0, second -> "change " + second)).hasValue(11);
  }

  @Test
  void aRoundThatTookLongIsFollowedByALongRest() {
    done("a", 1_000, Optional.empty());

    assertThat(dueAfter(1, second -> "b")).hasValue(21);
  }

  @Test
  void whatHadToWaitIsNotForgotten() {
    done("a", 0, Optional.of(START.plusSeconds(12)));

    assertThat(dueAfter(0, second -> "a")).hasValue(12);
  }

  @Test
  void aClockThatIsSetBackDoesNotStopIt() {
    done("a", 0, Optional.empty());

    assertThat(schedule.due("a", START.minusSeconds(3600))).isTrue();
  }

  @Test
  void whoLeadsAnewDoesNotWait() {
    done("a", 0, Optional.empty());
    schedule.restart();

    assertThat(schedule.due("a", START.plusSeconds(1))).isTrue();
  }

  private void done(Object version, int millis, Optional<Instant> wake) {
    schedule.done(version, START, START.plusMillis(millis), wake);
  }

  /** The first second after this one in which a round is due; asked each second. */
  private OptionalInt dueAfter(int second, IntFunction<Object> versions) {
    for (int now = second + 1; now < 100; now++) {
      if (schedule.due(versions.apply(now), START.plusSeconds(now))) {
        return OptionalInt.of(now);
      }
    }
    return OptionalInt.empty();
  }
}
