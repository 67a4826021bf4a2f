package dev.hpasteward.cluster.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each situation and the step that follows; certificates last 90 days, authorities 360. */
class RotationTest {

  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration LIFE = Duration.ofDays(90);
  private static final Duration AUTHORITY_LIFE = Duration.ofDays(360);
  private static final Duration NOTICE = Duration.ofSeconds(10);
  private static final Duration OVERLAP = Duration.ofMinutes(10);

  private static final Rotation ROTATION =
      new Rotation(new RotationTimes(LIFE, AUTHORITY_LIFE, NOTICE, OVERLAP));

  private static final Optional<Term> NONE = Optional.empty();
  private static final Optional<Term> FRESH = pair(Duration.ZERO);
  private static final Optional<Term> DUE = pair(Duration.ofDays(60));
  private static final Optional<Term> OVER = pair(LIFE);
  private static final Optional<Term> YOUNG = authority(Duration.ZERO);
  private static final Optional<Term> OLD = authority(Duration.ofDays(240));

  private static final Trust UNKNOWN = new Trust(false, true, Optional.empty());
  private static final Trust NOBODY = new Trust(true, false, Optional.empty());
  private static final Trust OTHERS = new Trust(true, true, Optional.empty());
  private static final Trust AS_WANTED = new Trust(true, true, Optional.of(NOTICE));
  private static final Trust JUST_NOW = new Trust(true, true, Optional.of(NOTICE.minus(SECOND)));

  private static Optional<Term> pair(Duration age) {
    return term(age, LIFE);
  }

  private static Optional<Term> authority(Duration age) {
    return term(age, AUTHORITY_LIFE);
  }

  private static Optional<Term> term(Duration age, Duration life) {
    return Optional.of(new Term(NOW.minus(age), NOW.minus(age).plus(life)));
  }

  static Stream<Arguments> situations() {
    return Stream.of(
        row("nothing is there and nobody trusted", NONE, NONE, NONE, NOBODY, Step.ISSUE_ALL),
        row("nothing is there; trust is not known", NONE, NONE, NONE, UNKNOWN, Step.NOTHING),
        row("the Secret is gone, but trusted", NONE, NONE, NONE, OTHERS, Step.ANNOUNCE),
        row("then the next is not trusted yet", NONE, NONE, YOUNG, OTHERS, Step.NOTHING),
        row("then it is, since a moment", NONE, NONE, YOUNG, JUST_NOW, Step.NOTHING),
        row("then it is, for long enough", NONE, NONE, YOUNG, AS_WANTED, Step.SWITCH),
        row("all is well", FRESH, YOUNG, NONE, AS_WANTED, Step.NOTHING),
        row("all is well but trust", FRESH, YOUNG, NONE, OTHERS, Step.NOTHING),
        row(
            "a second before two thirds",
            pair(Duration.ofDays(60).minus(SECOND)),
            YOUNG,
            NONE,
            AS_WANTED,
            Step.NOTHING),
        row("two thirds of its life", DUE, YOUNG, NONE, AS_WANTED, Step.ISSUE_PAIR),
        row("the same, trust not known", DUE, YOUNG, NONE, UNKNOWN, Step.ISSUE_PAIR),
        row("the certificate is gone", NONE, YOUNG, NONE, OTHERS, Step.ISSUE_PAIR),
        row("the certificate is over", OVER, YOUNG, NONE, AS_WANTED, Step.ISSUE_PAIR),
        row(
            "an authority just before two thirds",
            FRESH,
            authority(Duration.ofDays(240).minus(SECOND)),
            NONE,
            AS_WANTED,
            Step.NOTHING),
        row("an authority at two thirds", FRESH, OLD, NONE, AS_WANTED, Step.ANNOUNCE),
        row("the same, trust not known", FRESH, OLD, NONE, UNKNOWN, Step.NOTHING),
        row("the same, announced", FRESH, OLD, YOUNG, JUST_NOW, Step.NOTHING),
        row("the same, trusted", FRESH, OLD, YOUNG, AS_WANTED, Step.SWITCH),
        row("both at two thirds", DUE, OLD, NONE, AS_WANTED, Step.ISSUE_PAIR),
        row("both, and the next is trusted", DUE, OLD, YOUNG, AS_WANTED, Step.SWITCH),
        row("the authority's key is lost", FRESH, NONE, NONE, AS_WANTED, Step.ANNOUNCE),
        row(
            "no certificate can outlive the authority",
            pair(Duration.ofDays(80)),
            authority(AUTHORITY_LIFE.minus(Duration.ofDays(10))),
            YOUNG,
            OTHERS,
            Step.NOTHING),
        row("an announced one is too old itself", FRESH, OLD, OLD, AS_WANTED, Step.ANNOUNCE),
        row(
            "everything is over, and trusted",
            OVER,
            authority(AUTHORITY_LIFE),
            NONE,
            AS_WANTED,
            Step.ANNOUNCE),
        row(
            "everything is over, and nobody trusted",
            OVER,
            authority(AUTHORITY_LIFE),
            NONE,
            NOBODY,
            Step.ISSUE_ALL));
  }

  private static Arguments row(
      String title,
      Optional<Term> pair,
      Optional<Term> authority,
      Optional<Term> next,
      Trust trust,
      Step step) {
    return Arguments.of(
        title, new Situation(pair, authority, next, NONE, Duration.ZERO, false, trust), step);
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("situations")
  void theStepFollowsFromTheSituation(String title, Situation situation, Step step) {
    assertThat(ROTATION.next(situation, NOW)).as(title).isEqualTo(step);
  }

  static Stream<Arguments> overlaps() {
    return Stream.of(
        Arguments.of(FRESH, OLD, OVERLAP.minus(SECOND), true, Step.NOTHING),
        Arguments.of(FRESH, OLD, OVERLAP, true, Step.RETIRE),
        Arguments.of(FRESH, OLD, OVERLAP, false, Step.NOTHING),
        Arguments.of(FRESH, OLD, AUTHORITY_LIFE, false, Step.NOTHING),
        Arguments.of(FRESH, authority(AUTHORITY_LIFE), Duration.ZERO, false, Step.RETIRE),
        Arguments.of(FRESH, NONE, OVERLAP, true, Step.NOTHING),
        Arguments.of(DUE, OLD, OVERLAP, true, Step.ISSUE_PAIR),
        // What processes serve meanwhile is by the old one.
        Arguments.of(NONE, OLD, OVERLAP, true, Step.ISSUE_PAIR));
  }

  @ParameterizedTest
  @MethodSource("overlaps")
  void theOldAuthorityIsTrustedUntilItEndsOrEveryReplicaServesTheNewOnes(
      Optional<Term> pair, Optional<Term> previous, Duration seen, boolean everywhere, Step step) {
    assertThat(ROTATION.next(overlapping(pair, previous, seen, everywhere), NOW)).isEqualTo(step);
  }

  static Stream<Arguments> waits() {
    return Stream.of(
        Arguments.of(FRESH, OLD, OVERLAP, true),
        Arguments.of(FRESH, OLD, OVERLAP.minus(SECOND), false),
        Arguments.of(FRESH, authority(AUTHORITY_LIFE), OVERLAP, false),
        Arguments.of(FRESH, NONE, OVERLAP, false),
        Arguments.of(DUE, OLD, OVERLAP, false),
        Arguments.of(NONE, OLD, OVERLAP, false));
  }

  @ParameterizedTest
  @MethodSource("waits")
  void replicasAreAskedOnlyIfNothingElseIsMissing(
      Optional<Term> pair, Optional<Term> previous, Duration seen, boolean asked) {
    assertThat(ROTATION.waitsForReplicas(overlapping(pair, previous, seen, false), NOW))
        .isEqualTo(asked);
  }

  private static Situation overlapping(
      Optional<Term> pair, Optional<Term> previous, Duration seen, boolean everywhere) {
    return new Situation(pair, YOUNG, NONE, previous, seen, everywhere, AS_WANTED);
  }
}
