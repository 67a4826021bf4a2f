package dev.hpasteward.cluster.certificate;

import dev.hpasteward.certificate.CertificatePair;
import dev.hpasteward.certificate.IssuingAuthority;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Puts together what one process has seen, and for how long. */
final class Observer {

  private final Unchanged pairs;
  private final Unchanged bundles;

  Observer(LongSupplier nanoTime) {
    this.pairs = new Unchanged(nanoTime);
    this.bundles = new Unchanged(nanoTime);
  }

  /**
   * After another look. What replicas serve is not part of it: that takes asking.
   *
   * @param held what the Secret holds
   * @param configurations those that there are
   * @param known whether it is known of all whether they are there
   */
  Situation look(Holdings held, List<WebhookTrust> configurations, boolean known) {
    TrustBundle wanted = held.bundle(WebhookTrust.ofAll(configurations));
    boolean asWanted = known && configurations.stream().allMatch(trust -> trust.is(wanted));
    Duration wantedFor = bundles.seen(asWanted ? wanted : TrustBundle.NOBODY);
    return new Situation(
        held.pair().map(CertificatePair::leaf).map(Term::of),
        held.authority().map(IssuingAuthority::certificate).map(Term::of),
        held.next().map(IssuingAuthority::certificate).map(Term::of),
        held.previous().stream().map(Term::of).max(Comparator.comparing(Term::until)),
        pairs.seen(held.pair().map(CertificatePair::chain)),
        false,
        new Trust(
            known,
            configurations.stream().anyMatch(WebhookTrust::anybody),
            asWanted ? Optional.of(wantedFor) : Optional.empty()));
  }
}
