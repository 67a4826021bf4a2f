package dev.hpasteward.reconciling;

import static dev.hpasteward.reconciling.Fleet.GENERATED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A namespace's mode says whether anything is done there. */
class ModesIT {

  @ParameterizedTest
  @ValueSource(strings = {"Warn", "Audit", "Off"})
  void nothingIsGeneratedWhereNothingIsEnforced(String mode) {
    Fleet fleet = Fleet.in(getClass(), mode).apply(Fleet.deployment(""));

    Fleet.enforced(getClass()).generated();
    Marker.pass();

    assertThat(fleet.autoscalers()).isEmpty();
    assertThat(fleet.writes()).isEmpty();

    fleet.mode("Enforce").awaitAutoscalers(GENERATED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Warn", "Audit"})
  void nothingIsRepairedWhereNothingIsEnforced(String mode) {
    Fleet fleet = Fleets.generated().unenforced(mode);

    fleet.patch("hpa/" + GENERATED, "{\"spec\":{\"maxReplicas\":7}}");
    Marker.pass();

    assertThat(fleet.field(".spec.maxReplicas")).isEqualTo("7");
    assertThat(fleet.autoscalerWrites()).hasSize(1);

    fleet.mode("Enforce").awaitField(".spec.maxReplicas", "20");
  }

  @Test
  void oursGoesWhenTheNamespaceIsSwitchedOffAndComesBack() {
    Fleet fleet = Fleets.generated();

    fleet.mode("Off").awaitAutoscalers("");

    fleet.awaitEvent(
        "Deployment",
        "Normal AutoscalerRemoved: deleted HorizontalPodAutoscaler egress-hpa-steward: its"
            + " namespace is switched off\n");

    fleet.mode("Enforce").awaitAutoscalers(GENERATED);
  }
}
