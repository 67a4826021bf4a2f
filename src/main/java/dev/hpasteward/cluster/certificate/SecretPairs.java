package dev.hpasteward.cluster.certificate;

import dev.hpasteward.certificate.PairRefusedException;
import dev.hpasteward.certificate.PairSource;
import dev.hpasteward.certificate.PairText;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/**
 * The certificate that the Secret holds, for every process whether it leads or not. What the
 * authority beside it does not vouch for is refused: API servers would refuse it too.
 */
@Singleton
@Typed(SecretPairs.class) // only one bean is the PairSource, and it chooses
public final class SecretPairs implements PairSource {

  private final CertificateObjects objects;

  SecretPairs(CertificateObjects objects) {
    this.objects = objects;
  }

  /** Whether the certificate is to come from a Secret. */
  public boolean wanted() {
    return objects.name().isPresent();
  }

  @Override
  public String certificates() {
    return entry(Map.of()).certificates();
  }

  @Override
  public String key() {
    return entry(Map.of()).key();
  }

  /** Empty while the leader is still to make it. */
  @Override
  public Optional<PairText> read() throws PairRefusedException {
    if (objects.client().isEmpty()) {
      throw new PairRefusedException(
          "there is no cluster that has the Secret "
              + objects.name().orElse("")
              + ": give --kubeconfig or set KUBECONFIG");
    }
    Optional<WatchedSecret> secret = objects.secret();
    if (secret.isEmpty()) {
      return Optional.empty();
    }
    Optional<PairText> text = entry(secret.get().data()).read();
    if (text.isPresent() && secret.get().held().pair().isEmpty()) {
      throw new PairRefusedException(String.join("; ", secret.get().held().faults()));
    }
    return text;
  }

  private SecretEntry entry(Map<String, String> data) {
    return SecretEntry.of(objects.title(), data, SecretEntry.PAIR);
  }
}
