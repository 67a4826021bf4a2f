package dev.hpasteward.cluster.certificate;

import java.time.Duration;
import java.util.Optional;

/**
 * All that the next step depends on besides the time.
 *
 * @param pair the certificate that is served, if it is one that the configurations trust
 * @param authority the one that issues, if it can
 * @param next the one that is announced
 * @param previous whether one before {@code authority} is still trusted
 * @param pairSeen for how long this process has seen {@code pair}
 * @param trust whom the configurations trust
 */
record Situation(
    Optional<Term> pair,
    Optional<Term> authority,
    Optional<Term> next,
    boolean previous,
    Duration pairSeen,
    Trust trust) {}
