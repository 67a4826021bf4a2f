package dev.hpasteward.certificate;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks at its source every second and brings a new pair into force. What is no improvement changes
 * nothing: the last good pair stays, and the log says once why.
 */
@Singleton
class CertificateWatch {
  private static final Logger LOG = Logger.getLogger(CertificateWatch.class);

  private final PairSource source;
  private final PairsInForce pairs;
  private @Nullable PairText seen;
  private @Nullable CertificatePair candidate;
  private volatile @Nullable String refusal;

  CertificateWatch(PairSource source, PairsInForce pairs) {
    this.source = source;
    this.pairs = pairs;
  }

  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  void look() {
    look(Instant.now());
  }

  /** Why the pair as it is now is not in force, empty if it is or if there is none yet. */
  Optional<String> refusal() {
    return Optional.ofNullable(refusal);
  }

  synchronized void look(Instant now) {
    try {
      Optional<PairText> text = read();
      if (text.isEmpty()) {
        seen = null;
        candidate = null;
        refusal = null;
        return;
      }
      if (!text.get().equals(seen)) {
        seen = text.get();
        candidate = null;
        candidate = PairCheck.check(text.get(), source);
      }
      if (candidate != null) {
        offer(candidate, now);
      }
    } catch (PairRefusedException e) {
      refuse(Objects.requireNonNull(e.getMessage()));
    }
  }

  private Optional<PairText> read() throws PairRefusedException {
    try {
      return source.read();
    } catch (PairRefusedException e) {
      // Whatever appears next is judged and reported anew, even if it was seen before.
      seen = null;
      candidate = null;
      throw e;
    }
  }

  /** Repeated every second, because validity begins and ends while the texts stay as they are. */
  private void offer(CertificatePair pair, Instant now) throws PairRefusedException {
    Optional<CertificatePair> current = pairs.current();
    if (current.equals(Optional.of(pair))) {
      refusal = null;
      return;
    }
    boolean valid = pair.isValidAt(now);
    if (!valid && current.isPresent() && current.get().isValidAt(now)) {
      throw new PairRefusedException(validity(pair));
    }
    pairs.take(pair);
    refusal = null;
    LOG.infof("Certificate in force: %s", pair);
    if (!valid) {
      LOG.warnf("%s. There is no better one; clients will refuse it", validity(pair));
    }
  }

  /** Where pairs come from, for people. */
  String awaited() {
    return source.certificates();
  }

  private String validity(CertificatePair pair) {
    return "%s is not valid now but from %s until %s"
        .formatted(source.certificates(), pair.notBefore(), pair.notAfter());
  }

  private void refuse(String reason) {
    if (reason.equals(refusal)) {
      return;
    }
    refusal = reason;
    LOG.warnf(
        "Certificate refused: %s. %s",
        reason,
        pairs
            .current()
            .map(pair -> "Still in force: " + pair)
            .orElse("None is in force: TLS handshakes fail until that is right"));
  }
}
