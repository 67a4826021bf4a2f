package dev.hpasteward.cluster.certificate;

import dev.hpasteward.cluster.Reason;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import jakarta.inject.Singleton;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks each replica behind the Service for its certificate, as the API server would. What is not
 * known counts as not yet: an authority too many costs nothing, one too few costs reviews.
 */
@Singleton
class Replicas {

  private static final Logger LOG = Logger.getLogger(Replicas.class);

  /** A replica may be out of reach for hours. */
  private static final long PAUSE = Duration.ofSeconds(10).toNanos();

  private final CertificateObjects objects;
  private long asked = System.nanoTime() - PAUSE;
  private @Nullable String told;

  Replicas(CertificateObjects objects) {
    this.objects = objects;
  }

  /**
   * Whether each one serves a certificate that this authority vouches for. With no Service nobody
   * is asked, and it is so. Blocks for a few seconds if replicas don't answer; asks nobody if it
   * did so less than 10 s ago.
   */
  boolean serve(X509Certificate authority) {
    long now = System.nanoTime();
    Optional<KubernetesClient> client = objects.client();
    if (client.isEmpty() || now - asked < PAUSE) {
      return false;
    }
    asked = now;
    List<String> failures = failures(client.get(), authority);
    tell(String.join("; ", failures));
    return failures.isEmpty();
  }

  private List<String> failures(KubernetesClient client, X509Certificate authority) {
    Handshake handshake = new Handshake(authority, objects.names().get(0));
    try {
      return endpoints(client).stream()
          .flatMap(
              endpoint ->
                  handshake.failure(endpoint).map(reason -> endpoint + ": " + reason).stream())
          .toList();
    } catch (KubernetesClientException e) {
      return List.of("the EndpointSlices of the Service can't be listed: " + Reason.of(e));
    }
  }

  private List<Endpoint> endpoints(KubernetesClient client) {
    return Endpoint.of(
        client
            .discovery()
            .v1()
            .endpointSlices()
            .inNamespace(objects.namespace().orElseThrow())
            .withLabel(Endpoint.SERVICE, CertificateObjects.SERVICE)
            .list()
            .getItems());
  }

  private void tell(String failures) {
    if (!failures.isEmpty() && !failures.equals(told)) {
      LOG.warnf(
          "certificates: the old authority stays trusted until each replica serves a certificate by"
              + " the new one: %s. Asking again",
          failures);
    }
    told = failures;
  }
}
