package dev.hpasteward.reconciling;

import static dev.hpasteward.reconciling.Fleet.GENERATED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing of ours outlives its Deployment. */
class DeletionIT {

  @ParameterizedTest
  @ValueSource(strings = {"background", "foreground", "orphan"})
  void nothingIsLeftHoweverTheDeploymentIsDeleted(String cascade) {
    Fleet fleet = Fleets.generated();

    fleet.run("delete", "deployment", "egress", "--cascade=" + cascade);

    fleet.awaitAutoscalers("");
    Marker.pass();
    assertThat(fleet.autoscalers()).isEmpty();
  }

  @Test
  void aDeploymentThatIsBeingDeletedGetsNothing() {
    Fleet fleet = Fleets.generated();
    fleet.patch("deployment/egress", "{\"metadata\":{\"finalizers\":[\"example.com/wait\"]}}");
    fleet.run("delete", "deployment", "egress", "--wait=false");
    Marker.pass();

    fleet.run("delete", "hpa", GENERATED);
    Marker.pass();

    assertThat(fleet.autoscalers()).isEmpty();

    fleet.patch("deployment/egress", "{\"metadata\":{\"finalizers\":null}}");
    Marker.pass();
    assertThat(fleet.autoscalers()).isEmpty();
    assertThat(fleet.autoscalerWrites()).hasSize(1);
  }

  @Test
  void aDeploymentThatIsReplacedAtOnceHasItsOwn() {
    Fleet fleet = Fleets.generated();
    String first = fleet.field("deployment/egress", ".metadata.uid");

    fleet.run("delete", "deployment", "egress");
    fleet.apply(Fleet.deployment(""));

    fleet.awaitField(
        "hpa/" + GENERATED,
        ".metadata.ownerReferences[*].uid",
        uid -> !uid.isEmpty() && !uid.equals(first));
    assertThat(fleet.field(".metadata.ownerReferences[*].uid"))
        .isEqualTo(fleet.field("deployment/egress", ".metadata.uid"));
  }
}
