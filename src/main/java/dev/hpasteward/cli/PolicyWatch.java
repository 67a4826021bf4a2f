package dev.hpasteward.cli;

import dev.hpasteward.admission.PolicyInForce;
import dev.hpasteward.cluster.policy.PolicyResources;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.source.FollowedPolicy;
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
 * Gives the webhook its policy: the file or resource that it was told, looked at every second, else
 * the embedded strategy. A file's first content must be valid; later ones come into force if they
 * are. A resource may come, and be mended, later.
 */
@Singleton
class PolicyWatch implements PolicyInForce {
  private static final Logger LOG = Logger.getLogger(PolicyWatch.class);

  private final Optional<FollowedPolicy> followed;
  private final InForce first;
  private final boolean followsResource;

  /**
   * Reads the policy.
   *
   * @throws UnusableInput with every mistake in the file, or if there is a resource too
   */
  PolicyWatch(
      @ConfigProperty(name = "hpa-steward.policy") Optional<String> file,
      PolicyResources resources) {
    Optional<FollowedPolicy> resource = resources.followed();
    if (file.isPresent() && resource.isPresent()) {
      throw new UnusableInput(
          "hpa-steward.policy and hpa-steward.policy-resource each name the policy: set one of"
              + " them");
    }
    Optional<Path> path = file.map(Path::of);
    ScalingPolicy policy = path.map(PolicyFile::read).orElseGet(PolicySource::embedded);
    this.first = new InForce(policy, Instant.now(), Optional.empty());
    this.followsResource = resource.isPresent();
    this.followed =
        path.<FollowedPolicy>map(known -> new PolicyReload(known, policy, first.since()))
            .or(() -> resource);
  }

  @Override
  public ScalingPolicy get() {
    return inForce().policy();
  }

  @Override
  public boolean chosen() {
    return !followsResource || !get().version().equals(first.policy().version());
  }

  InForce inForce() {
    return followed.map(FollowedPolicy::inForce).orElse(first);
  }

  void onStart(@Observes StartupEvent event) {
    look();
    LOG.infof("Policy in force: %s", named(get()));
  }

  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  void look() {
    look(Instant.now());
  }

  void look(Instant now) {
    followed.ifPresent(
        following -> {
          switch (following.look(now)) {
            case UNCHANGED -> {}
            case TAKEN -> LOG.infof("Policy in force: %s", named(get()));
            case REFUSED -> inForce().refusal().ifPresent(this::tell);
            case RESTORED ->
                LOG.infof(
                    "The policy's source holds again what is in force since %s: %s",
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

  private String named(ScalingPolicy policy) {
    String name = policy.name() + ", version " + policy.version();
    return chosen() ? name : name + " (embedded, so that no HPA is generated or changed)";
  }
}
