package dev.hpasteward.cluster.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.hpasteward.cluster.state.ObjectKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two who never give in. */
class ContestTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final ObjectKey KEY = new ObjectKey("media", "egress");
  private static final JsonNode BODY = TextNode.valueOf("max 20");
  private static final JsonNode ANOTHER_BODY = TextNode.valueOf("max 21");
  private static final ObjectKey OTHER = new ObjectKey("media", "sip");

  private final Contest contest = new Contest(() -> 0);

  /** Writes whenever it may, and gives the seconds between one write and the next. */
  private List<Long> pauses(Contest of, int writes) {
    List<Long> pauses = new ArrayList<>();
    Instant now = START;
    for (int i = 0; i < writes; i++) {
      of.wrote(KEY, BODY, now);
      Instant next = of.next(KEY, BODY, false, now).orElse(now);
      pauses.add(Duration.between(now, next).toSeconds());
      now = next;
    }
    return pauses;
  }

  @Test
  void fiveComeAtOnceAndThenEachWaitsTwiceAsLongUpToFiveMinutes() {
    assertThat(pauses(contest, 14))
        .containsExactly(0L, 0L, 0L, 0L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 300L, 300L);
  }

  @Test
  void chanceTakesUpToAHalfOff() {
    assertThat(pauses(new Contest(() -> 1), 7)).containsExactly(0L, 0L, 0L, 0L, 1L, 2L, 4L);
  }

  @Test
  void halfAMinuteOfQuietEndsIt() {
    pauses(contest, 5);
    Instant may = contest.next(KEY, BODY, false, START).orElseThrow();
    Instant quiet = may.plusSeconds(30);

    assertThat(contest.next(KEY, BODY, false, may.minusMillis(1))).contains(may);
    assertThat(contest.next(KEY, BODY, false, may)).isEmpty();
    contest.wrote(KEY, BODY, quiet);
    assertThat(contest.next(KEY, BODY, false, quiet)).contains(quiet.plusSeconds(4));

    Contest another = new Contest(() -> 0);
    pauses(another, 5);
    another.wrote(KEY, BODY, quiet.plusMillis(1));
    assertThat(another.next(KEY, BODY, false, quiet.plusMillis(1))).isEmpty();
  }

  @Test
  void oneDeploymentDoesNotWaitForAnother() {
    pauses(contest, 10);

    assertThat(contest.next(OTHER, BODY, false, START)).isEmpty();
  }

  @Test
  void anotherHpaToWriteUndoesNobody() {
    pauses(contest, 10);

    assertThat(contest.next(KEY, ANOTHER_BODY, false, START)).isEmpty();
    contest.wrote(KEY, ANOTHER_BODY, START);
    assertThat(contest.next(KEY, ANOTHER_BODY, false, START)).isEmpty();
  }

  @Test
  void whatKeepsPodsRunningWaitsASecondAtMost() {
    for (int i = 0; i < 10; i++) {
      contest.wrote(KEY, BODY, START);
    }

    assertThat(contest.next(KEY, BODY, true, START)).contains(START.plusSeconds(1));
    assertThat(contest.next(KEY, BODY, true, START.plusSeconds(1))).isEmpty();
    assertThat(contest.next(KEY, BODY, false, START)).contains(START.plusSeconds(64));
  }

  @Test
  void whoIsStillFoughtIsRememberedHoweverManyOthersAreWritten() {
    pauses(contest, 5);
    for (int i = 0; i < 1100; i++) {
      contest.wrote(new ObjectKey("media", "other-" + i), BODY, START);
    }

    assertThat(contest.next(KEY, BODY, false, START)).isPresent();
  }
}
