package dev.hpasteward.cluster.certificate;

import java.time.Instant;
import java.util.Optional;

/**
 * Which step comes next. Nothing is remembered between steps but what the Secret holds, so whoever
 * leads goes on where another stopped.
 *
 * <p>A certificate by a new authority is made only once every configuration has trusted that
 * authority for a while, and the old authority is trusted until every replica serves such a
 * certificate, or until it ends. So at each moment whatever is served is trusted.
 *
 * @param times how long things last
 */
record Rotation(RotationTimes times) {

  Step next(Situation situation, Instant now) {
    Optional<Term> pair = situation.pair().filter(term -> !term.over(now));
    Optional<Term> authority = situation.authority().filter(term -> !term.over(now));
    Optional<Term> next = situation.next().filter(term -> !term.due(now));
    Trust trust = situation.trust();
    if (next.isPresent() && trust.wantedFor(times.notice())) {
      return Step.SWITCH;
    }
    if (authority.isPresent() && needsPair(pair, authority.get(), now)) {
      return Step.ISSUE_PAIR;
    }
    boolean authorityDue = authority.isEmpty() || authority.get().due(now);
    if (authorityDue && next.isEmpty() && trust.known()) {
      // Nobody's handshakes succeed now, so there is nothing to wait for.
      return pair.isEmpty() && !trust.anybody() ? Step.ISSUE_ALL : Step.ANNOUNCE;
    }
    return pair.isPresent() && previousIsNeededByNobody(situation, now)
        ? Step.RETIRE
        : Step.NOTHING;
  }

  /** Whether nothing but what the replicas serve keeps the old authority trusted. */
  boolean waitsForReplicas(Situation situation, Instant now) {
    return next(situation, now) == Step.NOTHING
        && next(situation.withEverywhere(true), now) == Step.RETIRE;
  }

  private boolean previousIsNeededByNobody(Situation situation, Instant now) {
    boolean served = situation.everywhere() && situation.pairSeen().compareTo(times.overlap()) >= 0;
    return situation.previous().filter(previous -> served || previous.over(now)).isPresent();
  }

  /** Not if a new one would end no later, because the authority ends. */
  private boolean needsPair(Optional<Term> pair, Term authority, Instant now) {
    if (pair.isEmpty()) {
      return true;
    }
    Instant end = now.plus(times.life());
    Instant until = end.isBefore(authority.until()) ? end : authority.until();
    return pair.get().due(now) && until.isAfter(pair.get().until());
  }
}
