package dev.hpasteward.reconciling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing wrong means no write at all. */
class QuietIT {

  @Test
  void rolloutsScalingAndOthersFieldsLeadToNoWrite() {
    Fleet fleet = Fleets.generated();
    fleet.awaitEvent("HorizontalPodAutoscaler", "AutoscalerGenerated");
    List<String> before = fleet.writes();

    fleet.run("rollout", "restart", "deployment/egress");
    fleet.run("rollout", "status", "deployment/egress", "--timeout=60s");
    fleet.run("scale", "deployment", "egress", "--replicas=5");
    fleet.run("rollout", "status", "deployment/egress", "--timeout=60s");
    fleet.annotate("deployment/egress", "theirs=1").annotate("hpa/" + Fleet.GENERATED, "theirs=1");
    fleet.apply(Fleet.deployment(""));
    Marker.pass();

    assertThat(fleet.writes()).isEqualTo(before);
    assertThat(fleet.field(".metadata.annotations.theirs")).isEqualTo("1");
    assertThat(fleet.autoscalerWrites())
        .containsExactly("patch horizontalpodautoscalers egress-hpa-steward 201");
  }
}
