package dev.hpasteward.reconciling;

import static dev.hpasteward.reconciling.Fleet.GENERATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hpasteward.controlplane.ReconciledCluster;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** {@code paused-until}: nothing is done until then. */
class PauseIT {

  private static final String PAUSE = "hpa-steward.dev/paused-until";

  @Test
  void nothingIsRepairedUntilThePauseIsOver() {
    Fleet fleet = Fleets.generated();
    Instant end = fromNow(8);
    fleet.annotate("deployment/egress", PAUSE + "=" + end);
    Marker.pass();

    fleet.patch("hpa/" + GENERATED, "{\"spec\":{\"maxReplicas\":7}}");

    fleet.awaitField(".spec.maxReplicas", "20");
    assertThat(Instant.now()).isAfter(end);
  }

  @Test
  void nothingIsGeneratedUntilThePauseIsTakenBack() {
    Fleet fleet = Fleet.enforced(getClass());
    String hour = PAUSE + ": \"" + fromNow(3600) + "\"";
    fleet.apply(Fleet.deployment("annotations: {" + hour + "}"));

    Fleet.enforced(getClass()).generated();
    Marker.pass();

    assertThat(fleet.writes()).isEmpty();

    fleet.annotate("deployment/egress", PAUSE + "-").awaitAutoscalers(GENERATED);
  }

  @Test
  void anHpaThatIsDeletedDuringThePauseComesWhenItIsOver() {
    Fleet fleet = Fleets.generated();
    Instant end = fromNow(ReconciledCluster.DELAY_SECONDS);
    fleet.annotate("deployment/egress", PAUSE + "=" + end);
    Marker.pass();

    fleet.run("delete", "hpa", GENERATED);

    await().atMost(Duration.ofSeconds(30)).until(fleet::autoscalers, GENERATED::equals);
    assertThat(Instant.now()).isAfter(end);
  }

  private static Instant fromNow(int seconds) {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(seconds);
  }
}
