package dev.hpasteward.cluster.certificate;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks each replica behind the Service for its certificate, as an API server would. What is not
 * known counts as not yet: an authority too many costs no review, one too few does. Replicas that
 * don't answer take seconds, so this goes on beside everything else.
 */
@Singleton
class Replicas {

  private static final Logger LOG = Logger.getLogger(Replicas.class);

  private final CertificateObjects objects;
  private final News news = new News(System::nanoTime);
  private volatile @Nullable Question question;
  private volatile @Nullable Question affirmed;

  Replicas(CertificateObjects objects) {
    this.objects = objects;
  }

  /** Whether the answer is known to be yes. From now on they are asked until it is. */
  boolean affirm(Question asked) {
    question = asked;
    return asked.equals(affirmed);
  }

  /** Nobody wants to know any more. */
  void rest() {
    question = null;
    affirmed = null;
  }

  @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
  void ask() {
    Question asked = question;
    Optional<KubernetesClient> client = objects.client();
    if (asked == null || client.isEmpty() || asked.equals(affirmed)) {
      return;
    }
    Handshake handshake = new Handshake(asked.authority(), objects.names().get(0));
    SortedMap<String, Failure> failures =
        asked.failures(() -> endpoints(client.get()), handshake::failure);
    if (failures.isEmpty()) {
      LOG.info("certificates: every replica serves a certificate by the new authority");
      affirmed = asked;
    } else if (news.is(Map.entry(asked, whats(failures)))) {
      LOG.warnf(
          "certificates: the old authority stays trusted, until %s at the latest: not every replica"
              + " is seen to serve a certificate by the new one. %s. Asking again",
          asked.until().truncatedTo(ChronoUnit.SECONDS),
          failures.entrySet().stream()
              .map(failure -> failure.getKey() + " " + failure.getValue())
              .collect(Collectors.joining("; ")));
    }
  }

  /** Without the reasons: a node that is gone has another one each time. */
  private static Map<String, String> whats(Map<String, Failure> failures) {
    return failures.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, failure -> failure.getValue().what()));
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
}
