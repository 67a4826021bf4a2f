package dev.hpasteward.certificate;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the files every second and brings a new pair into force. What is no improvement changes
 * nothing: the last good pair stays, and the log says once why.
 */
@Singleton
class CertificateWatch {
  private static final Logger LOG = Logger.getLogger(CertificateWatch.class);

  private final PairFiles files;
  private final PairsInForce pairs;
  private @Nullable PairText seen;
  private @Nullable CertificatePair candidate;
  private volatile @Nullable String refusal;

  CertificateWatch(
      @ConfigProperty(
              name = "hpa-steward.certificates",
              defaultValue = "/etc/hpa-steward/certificates")
          Path folder,
      PairsInForce pairs) {
    this.files = new PairFiles(folder);
    this.pairs = pairs;
  }

  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  void look() {
    look(Instant.now());
  }

  /** Why the files as they are now are not in force, empty if they are. */
  Optional<String> refusal() {
    return Optional.ofNullable(refusal);
  }

  synchronized void look(Instant now) {
    try {
      PairText text = read();
      if (!text.equals(seen)) {
        seen = text;
        candidate = null;
        candidate = PairCheck.check(text, files);
      }
      if (candidate != null) {
        offer(candidate, now);
      }
    } catch (PairRefusedException e) {
      refuse(Objects.requireNonNull(e.getMessage()));
    }
  }

  private PairText read() throws PairRefusedException {
    try {
      return files.read();
    } catch (PairRefusedException e) {
      // Whatever appears next is judged and reported anew, even if it was seen before.
      seen = null;
      candidate = null;
      throw e;
    }
  }

  /** Repeated every second, because validity begins and ends while the files stay as they are. */
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

  private String validity(CertificatePair pair) {
    return "%s is not valid now but from %s until %s"
        .formatted(files.certificates(), pair.notBefore(), pair.notAfter());
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
            .orElse("None is in force: TLS handshakes fail until the files are right"));
  }
}
