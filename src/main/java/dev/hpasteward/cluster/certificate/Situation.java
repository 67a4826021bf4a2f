package dev.hpasteward.cluster.certificate;

import java.time.Duration;
import java.util.Optional;

/**
 * All that the next step depends on besides the time.
 *
 * @param pair the certificate that is served, if it is one that the configurations trust
 * @param authority the one that issues, if it can
 * @param next the one that is announced
 * @param previous the one before {@code authority} that is still trusted; of several the one that
 *     ends last
 * @param pairSeen for how long this process has seen {@code pair}
 * @param everywhere whether every replica was seen to serve what {@code authority} vouches for
 * @param trust whom the configurations trust
 */
record Situation(
    Optional<Term> pair,
    Optional<Term> authority,
    Optional<Term> next,
    Optional<Term> previous,
    Duration pairSeen,
    boolean everywhere,
    Trust trust) {

  /** The same with what the replicas were seen to do. */
  Situation withEverywhere(boolean seen) {
    return new Situation(pair, authority, next, previous, pairSeen, seen, trust);
  }
}
