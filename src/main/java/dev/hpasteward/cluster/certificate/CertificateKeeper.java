package dev.hpasteward.cluster.certificate;

import dev.hpasteward.cluster.leadership.Leadership;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Looks every second at what was seen of the Secret and of the webhook configurations, and if this
 * process leads, writes what comes next. Asks the API server for nothing where all is right.
 */
@ApplicationScoped
class CertificateKeeper {

  private static final Logger LOG = Logger.getLogger(CertificateKeeper.class);

  private final CertificateObjects objects;
  private final Leadership leadership;
  private final CertificateWrites writes;
  private final Replicas replicas;
  private final InstantSource clock;
  private final RotationTimes times;
  private final Observer observer = new Observer(System::nanoTime);
  private List<String> faultsTold = List.of();

  CertificateKeeper(
      CertificateObjects objects,
      Leadership leadership,
      CertificateWrites writes,
      Replicas replicas,
      InstantSource clock,
      RotationTimes.Configured configured) {
    this.objects = objects;
    this.leadership = leadership;
    this.writes = writes;
    this.replicas = replicas;
    this.clock = clock;
    this.times = configured.times();
  }

  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  synchronized void look() {
    if (objects.name().isPresent()) {
      objects.secret().ifPresent(secret -> look(secret, clock.instant()));
    }
  }

  private void look(WatchedSecret secret, Instant now) {
    Holdings held = secret.held();
    List<GenericKubernetesResource> configurations = objects.configurations();
    List<WebhookTrust> trusts = configurations.stream().map(WebhookTrust::of).toList();
    // Whether it leads or not: it may have to go on from here.
    Situation situation = observer.look(held, trusts, objects.configurationsKnown());
    if (!leadership.holds()) {
      replicas.rest();
      return;
    }
    tell(held.faults());
    TrustBundle trusted = WebhookTrust.ofAll(trusts);
    TrustBundle wanted = held.bundle(trusted);
    if (!wanted.isEmpty()) {
      configurations.forEach(configuration -> writes.trust(configuration, wanted));
    }
    boolean byService = trusts.stream().anyMatch(WebhookTrust::byService);
    Step step = step(situation, held, byService, now);
    if (step != Step.NOTHING) {
      Issuance issuance = new Issuance(times, objects.names());
      writes.secret(step, secret, issuance.after(step, secret.data(), held, trusted, now));
    }
  }

  /** What comes next, after asking the replicas if that depends on them. */
  private Step step(Situation situation, Holdings held, boolean byService, Instant now) {
    Rotation rotation = new Rotation(times);
    Optional<Question> question =
        situation
            .previous()
            .filter(previous -> rotation.waitsForReplicas(situation, now))
            .flatMap(
                previous ->
                    held.anchor().map(anchor -> new Question(anchor, previous.until(), byService)));
    if (question.isEmpty()) {
      replicas.rest();
      return rotation.next(situation, now);
    }
    return rotation.next(situation.withEverywhere(replicas.affirm(question.get())), now);
  }

  private void tell(List<String> faults) {
    if (!faults.equals(faultsTold)) {
      faults.forEach(fault -> LOG.warnf("certificates: %s; making what is missing", fault));
      faultsTold = faults;
    }
  }
}
