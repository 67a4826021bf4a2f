package dev.hpasteward.cluster.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.cluster.state.ObjectKey;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** So many writes each second. */
class RewritePaceTest {

  private static final Instant T0 = Instant.parse("2026-01-01T12:00:00Z");

  private final RewritePace pace = new RewritePace();

  @Test
  void theFirstIsWrittenAtOnceAndTheOthersOneAfterAnother() {
    assertThat(turns(T0, 4, "a", "b", "c"))
        .containsExactly(T0, T0.plusMillis(250), T0.plusMillis(500));
  }

  @Test
  void whoAsksEarlyAgainKeepsItsTurn() {
    turns(T0, 1, "a", "b", "c");

    assertThat(turns(T0.plusMillis(100), 1, "c", "b"))
        .containsExactly(T0.plusSeconds(2), T0.plusSeconds(1));
  }

  @Test
  void whoseTurnHasComeIsWrittenAndTakesAnotherNextTime() {
    turns(T0, 1, "a", "b", "c");
    Instant late = T0.plusMillis(1500);

    assertThat(turns(late, 1, "b", "b")).containsExactly(late, T0.plusSeconds(3));
  }

  @Test
  void aTurnThatIsGivenUpIsNoneLater() {
    turns(T0, 1, "a", "b");
    pace.giveUp(key("b"));

    assertThat(turns(T0.plusSeconds(1), 1, "b")).containsExactly(T0.plusSeconds(2));
  }

  @Test
  void whatWasNotUsedIsNotSavedUp() {
    turns(T0, 1, "a");
    Instant later = T0.plusSeconds(60);

    assertThat(turns(later, 1, "b", "c")).containsExactly(later, later.plusSeconds(1));
  }

  @Property(tries = 100)
  void noSecondHasMoreWritesThanAllowedHoweverOftenAllAreLookedAt(
      @ForAll @IntRange(min = 1, max = 20) int perSecond,
      @ForAll @IntRange(min = 1, max = 5) int looksEachSecond) {
    RewritePace any = new RewritePace();
    boolean[] written = new boolean[60];
    int[] writtenIn = new int[61];
    for (int tick = 0; tick <= 60 * looksEachSecond; tick++) {
      Instant now = T0.plusMillis(1000L * tick / looksEachSecond);
      for (int i = 0; i < written.length; i++) {
        if (!written[i] && !any.turn(key("d" + i), now, perSecond).isAfter(now)) {
          written[i] = true;
          writtenIn[tick / looksEachSecond]++;
        }
      }
    }
    assertThat(written).doesNotContain(false);
    // Whose turn comes between two looks is written with the second one.
    assertThat(IntStream.of(writtenIn).max().orElseThrow()).isLessThanOrEqualTo(perSecond + 1);
  }

  private List<Instant> turns(Instant now, int perSecond, String... names) {
    return List.of(names).stream().map(name -> pace.turn(key(name), now, perSecond)).toList();
  }

  private static ObjectKey key(String name) {
    return new ObjectKey("media", name);
  }
}
