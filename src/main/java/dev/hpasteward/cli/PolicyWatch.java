package dev.hpasteward.cli;

import dev.hpasteward.admission.PolicyInForce;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.source.PolicyReload;
import dev.hpasteward.source.PolicyReload.InForce;
import dev.hpasteward.source.PolicyReload.Refusal;
import dev.hpasteward.source.PolicySource;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Gives the webhook its policy: the file that it was told, looked at every second, else the
 * embedded strategy. The first content must be valid; later ones come into force if they are.
 */
@Singleton
class PolicyWatch implements PolicyInForce {
  private static final Logger LOG = Logger.getLogger(PolicyWatch.class);

  private final Optional<PolicyReload> reload;
  private final InForce first;

  /**
   * Reads the policy.
   *
   * @throws UnusableInput with every mistake in the file
   */
  PolicyWatch(@ConfigProperty(name = "hpa-steward.policy") Optional<String> file) {
    Optional<Path> path = file.map(Path::of);
    ScalingPolicy policy = path.map(PolicyFile::read).orElseGet(PolicySource::embedded);
    this.first = new InForce(policy, Instant.now(), Optional.empty());
    this.reload = path.map(known -> new PolicyReload(known, policy, first.since()));
  }

  @Override
  public ScalingPolicy get() {
    return inForce().policy();
  }

  InForce inForce() {
    return reload.map(PolicyReload::inForce).orElse(first);
  }

  void onStart(@Observes StartupEvent event) {
    LOG.infof("Policy in force: %s", named(get()));
  }

  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  void look() {
    look(Instant.now());
  }

  void look(Instant now) {
    reload.ifPresent(
        following -> {
          switch (following.look(now)) {
            case UNCHANGED -> {}
            case TAKEN -> LOG.infof("Policy in force: %s", named(get()));
            case REFUSED -> inForce().refusal().ifPresent(this::tell);
            case RESTORED ->
                LOG.infof(
                    "The policy file holds again what is in force since %s: %s",
                    inForce().since(), named(get()));
          }
        });
  }

  private void tell(Refusal refusal) {
    LOG.warnf(
        "Policy refused, mistakes: %d. %s stays in force since %s",
        refusal.mistakes().size(), named(get()), inForce().since());
    refusal.mistakes().forEach(mistake -> LOG.warnf("Policy refused: %s", mistake));
  }

  private static String named(ScalingPolicy policy) {
    return policy.name() + ", version " + policy.version();
  }
}
