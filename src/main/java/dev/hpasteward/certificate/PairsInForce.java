package dev.hpasteward.certificate;

import jakarta.inject.Singleton;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The pair that new handshakes get, and the two before it. A handshake chooses a pair first and
 * asks for its key and chain a moment later, so a pair must outlive its replacement a little. Pairs
 * come at most once a second, which leaves a handshake two seconds for what takes microseconds.
 */
@Singleton
public final class PairsInForce {
  private static final int KEPT = 3;

  private record Named(long number, CertificatePair pair) {
    String alias() {
      return "pair-" + number;
    }
  }

  /** Handshakes read it on many threads; only {@link #take} replaces it. */
  private volatile List<Named> newestFirst = List.of();

  PairsInForce() {}

  /** The certificate that new connections are shown, empty before the first usable pair. */
  public Optional<X509Certificate> leaf() {
    return current().map(CertificatePair::leaf);
  }

  Optional<CertificatePair> current() {
    return newestFirst.stream().findFirst().map(Named::pair);
  }

  /** The current pair's name. */
  Optional<String> currentAlias() {
    return newestFirst.stream().findFirst().map(Named::alias);
  }

  /** The current pair's name if its key is of this kind, as JSSE calls it: RSA, EC or EdDSA. */
  Optional<String> currentAlias(String keyType) {
    return newestFirst.stream()
        .findFirst()
        .filter(named -> named.pair().key().getAlgorithm().equals(keyType))
        .map(Named::alias);
  }

  /** The pair of this name, current or recent. */
  Optional<CertificatePair> find(String alias) {
    return newestFirst.stream()
        .filter(named -> named.alias().equals(alias))
        .findFirst()
        .map(Named::pair);
  }

  synchronized void take(CertificatePair pair) {
    long number = newestFirst.isEmpty() ? 1 : newestFirst.get(0).number() + 1;
    newestFirst =
        Stream.concat(Stream.of(new Named(number, pair)), newestFirst.stream())
            .limit(KEPT)
            .toList();
  }
}
