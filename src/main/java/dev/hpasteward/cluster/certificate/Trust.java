package dev.hpasteward.cluster.certificate;

import java.time.Duration;
import java.util.Optional;

/**
 * Whom the webhook configurations trust.
 *
 * @param known whether all of them were seen; one that does not exist is seen too
 * @param anybody whether any webhook of theirs has a caBundle
 * @param wantedFor for how long all of them have trusted exactly whom they should; empty if not
 */
record Trust(boolean known, boolean anybody, Optional<Duration> wantedFor) {

  boolean wantedFor(Duration atLeast) {
    return known && wantedFor.filter(time -> time.compareTo(atLeast) >= 0).isPresent();
  }
}
