package dev.hpasteward.reconciling;

import static dev.hpasteward.reconciling.Fleet.GENERATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hpasteward.controlplane.ReconciledCluster;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Never two autoscalers on one Deployment. */
class RivalAutoscalerIT {

  private static final Duration DELAY = Duration.ofSeconds(ReconciledCluster.DELAY_SECONDS);

  @Test
  void aChartWhoseHpaComesFiveSecondsAfterItsDeploymentEndsWithThatHpaOnly() {
    Fleet fleet = Fleet.enforced(getClass()).apply(Fleet.deployment(""));

    // What the chart does meanwhile.
    await().pollDelay(Duration.ofSeconds(5)).until(() -> true);
    fleet.apply(Fleet.autoscaler("egress", 50, ""));

    await().atMost(DELAY.multipliedBy(4)).during(DELAY).until(fleet::autoscalers, "egress"::equals);
  }

  @Test
  void aDeploymentWhoseHpaComesInTimeNeverGetsAnother() {
    Fleet fleet = Fleet.enforced(getClass()).apply(Fleet.deployment(""));
    fleet.apply(Fleet.autoscaler("egress", 50, ""));

    // Its delay is shorter by what has passed.
    Fleet.enforced(getClass()).generated();
    Marker.pass();

    assertThat(fleet.autoscalers()).isEqualTo("egress");
    assertThat(fleet.writes()).isEmpty();
  }

  @Test
  void oursGoesWhenAnotherComesWhateverItsNameAndComesBackWhenThatGoes() {
    Fleet fleet = Fleets.generated();

    fleet.apply(Fleet.autoscaler("anything", 50, ""));

    fleet.awaitAutoscalers("anything");
    fleet.awaitEvent(
        "Deployment",
        "Normal AutoscalerRemoved: deleted HorizontalPodAutoscaler egress-hpa-steward:"
            + " HorizontalPodAutoscaler anything scales the Deployment too\n");

    fleet.run("delete", "hpa", "anything");

    fleet.awaitAutoscalers(GENERATED);
  }

  @Test
  void kedasWebhookLetsAScaledObjectInBesideOurs() {
    Fleet fleet = Fleets.generated();

    assertThat(fleet.field(".metadata.annotations['validations\\.keda\\.sh/hpa-ownership']"))
        .isEqualTo("false");
  }
}
