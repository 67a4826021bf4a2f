package dev.hpasteward.cluster.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.cluster.state.ClusterState;
import dev.hpasteward.cluster.state.ObjectKey;
import dev.hpasteward.cluster.state.Seen;
import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Metadata;
import dev.hpasteward.model.ScalingRules;
import dev.hpasteward.model.TargetReference;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Nothing is decided on a version that was just replaced. */
class UnseenWritesTest {

  private static final Instant NOW = Instant.EPOCH;
  private static final Instant LATEST = NOW.plusSeconds(5);
  private static final ObjectKey DEPLOYMENT = new ObjectKey("media", "egress");
  private static final ObjectKey AUTOSCALER = new ObjectKey("media", "egress-hpa-steward");

  private final ClusterState state = new ClusterState();
  private final UnseenWrites writes = new UnseenWrites(state);

  private void shown(String version) {
    Autoscaler autoscaler =
        new Autoscaler(
            new Metadata(
                AUTOSCALER.namespace(),
                AUTOSCALER.name(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                List.of()),
            "autoscaling/v2",
            new TargetReference("apps/v1", "Deployment", DEPLOYMENT.name()),
            OptionalInt.empty(),
            OptionalInt.of(10),
            List.of(),
            ScalingRules.UNSET,
            ScalingRules.UNSET);
    state.autoscalers().put(new Seen<>(AUTOSCALER, autoscaler, version, false));
  }

  @Test
  void whatWasNotWrittenNeedsNoWait() {
    assertThat(writes.until(DEPLOYMENT, NOW)).isEmpty();
  }

  @Test
  void aNewHpaIsAwaitedUntilItIsShown() {
    writes.wrote(DEPLOYMENT, AUTOSCALER.name(), Optional.empty(), NOW);

    assertThat(writes.until(DEPLOYMENT, NOW)).contains(LATEST);
    shown("1");
    assertThat(writes.until(DEPLOYMENT, NOW)).isEmpty();
  }

  @Test
  void aReplacedOneIsAwaitedUntilAnotherVersionIsShown() {
    shown("1");
    writes.wrote(DEPLOYMENT, AUTOSCALER.name(), Optional.of("1"), NOW);

    assertThat(writes.until(DEPLOYMENT, NOW)).contains(LATEST);
    shown("2");
    assertThat(writes.until(DEPLOYMENT, NOW)).isEmpty();
  }

  @Test
  void nobodyWaitsForLongerThanFiveSeconds() {
    writes.wrote(DEPLOYMENT, AUTOSCALER.name(), Optional.empty(), NOW);

    assertThat(writes.until(DEPLOYMENT, LATEST.minusMillis(1))).contains(LATEST);
    assertThat(writes.until(DEPLOYMENT, LATEST)).isEmpty();
  }

  @Test
  void whatFailedIsNotAwaited() {
    writes.wrote(DEPLOYMENT, AUTOSCALER.name(), Optional.empty(), NOW);
    writes.failed(DEPLOYMENT);

    assertThat(writes.until(DEPLOYMENT, NOW)).isEmpty();
  }
}
