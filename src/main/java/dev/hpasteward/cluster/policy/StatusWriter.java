package dev.hpasteward.cluster.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hpasteward.cluster.ClusterConnection;
import dev.hpasteward.cluster.Reason;
import dev.hpasteward.cluster.Ticks;
import dev.hpasteward.cluster.leadership.Leadership;
import dev.hpasteward.cluster.resource.PolicyStatus;
import dev.hpasteward.cluster.state.Seen;
import dev.hpasteward.cluster.survey.Figures;
import dev.hpasteward.cluster.survey.SurveyFigures;
import dev.hpasteward.cluster.watch.WatchedKind;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.source.PolicyReload.InForce;
import dev.hpasteward.source.ResourceReload;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Tells the policy what became of it, if this process leads: only when that has changed, and at
 * most every 10 s. A write on an outdated version of the resource comes to nothing.
 */
@ApplicationScoped
class StatusWriter {

  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final Logger LOG = Logger.getLogger(StatusWriter.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final PatchContext APPLY =
      new PatchContext.Builder()
          .withPatchType(PatchType.SERVER_SIDE_APPLY)
          .withFieldManager(StewardKeys.FIELD_MANAGER)
          .withForce(true)
          .build();

  private final ClusterConnection connection;
  private final PolicyResourceWatch watch;
  private final Leadership leadership;
  private final SurveyFigures survey;
  private final InstantSource clock;
  private final InstantSource ticks = new Ticks();
  private Instant last = Instant.MIN;

  StatusWriter(
      ClusterConnection connection,
      PolicyResourceWatch watch,
      Leadership leadership,
      SurveyFigures survey,
      InstantSource clock) {
    this.connection = connection;
    this.watch = watch;
    this.leadership = leadership;
    this.survey = survey;
    this.clock = clock;
  }

  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  synchronized void look() {
    Optional<ResourceReload> reload = watch.reload();
    Optional<Seen<SeenPolicy>> seen = watch.seen();
    Optional<KubernetesClient> client = connection.client();
    if (reload.isPresent() && seen.isPresent() && client.isPresent()) {
      look(reload.get(), seen.get(), client.get());
    }
  }

  private void look(ResourceReload reload, Seen<SeenPolicy> seen, KubernetesClient client) {
    SeenPolicy policy = seen.object();
    Instant now = clock.instant();
    if (!reload.judged(policy.resource()) || ticks.instant().isBefore(last.plus(PAUSE))) {
      return;
    }
    // Nobody has counted before the first survey, and only the leader makes one.
    Optional<Figures> figures = survey.latest();
    if (figures.isEmpty()) {
      return;
    }
    InForce inForce = reload.inForce();
    PolicyStatus status = StatusOfPolicy.of(policy, inForce, figures.get(), now);
    if (!reload.judged(policy.resource())) {
      // Something newer was judged in between: its turn comes.
      return;
    }
    JsonNode tree = JSON.valueToTree(status);
    if (CanonicalJson.text(tree).equals(CanonicalJson.text(policy.status()))) {
      return;
    }
    if (!leadership.holds()) {
      return;
    }
    last = ticks.instant();
    try {
      apply(client, seen, tree);
    } catch (KubernetesClientException e) {
      LOG.warnf("the status of %s is not written: %s", policy.resource().name(), Reason.of(e));
    }
  }

  private static void apply(KubernetesClient client, Seen<SeenPolicy> seen, JsonNode status) {
    GenericKubernetesResource told =
        new GenericKubernetesResourceBuilder()
            .withApiVersion(SeenPolicy.API_VERSION)
            .withKind(SeenPolicy.KIND)
            .withNewMetadata()
            .withName(seen.key().name())
            .withResourceVersion(seen.resourceVersion())
            .endMetadata()
            .withAdditionalProperties(Map.of("status", status))
            .build();
    client
        .genericKubernetesResources(WatchedKind.SCALING_POLICIES.context())
        .resource(told)
        .subresource("status")
        .patch(APPLY);
  }
}
