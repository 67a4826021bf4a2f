package dev.hpasteward.reconciling;

import static dev.hpasteward.reconciling.Fleet.GENERATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An API server that knows an HPA's tolerances and drops them. */
class DroppedToleranceIT {

  private static final OwnProgram PROGRAM = OwnProgram.start(UnaryOperator.identity());

  @AfterAll
  static void end() {
    PROGRAM.close();
  }

  @ParameterizedTest
  @CsvSource({"livekit-egress, 45 59", "sfu, 54 63", "agent, 45"})
  void targetsAreSoMuchLowerThatTheDocumentedThresholdsStillFire(String type, String targets) {
    Fleet fleet = generated(type);

    assertThat(fleet.field(".spec.metrics[*].resource.target.averageUtilization"))
        .isEqualTo(targets);
    assertThat(fleet.field(".spec.behavior.*.tolerance")).isEmpty();
  }

  @Test
  void whatIsDroppedIsNotTakenForAChange() {
    Fleet fleet = generated("livekit-egress");

    fleet.run("label", "deployment", "egress", "team=other", "--overwrite");

    fleet.awaitField(".metadata.labels.team", "other");
    fleet.awaitEvent("Deployment", "AutoscalerRepaired");
    assertThat(fleet.events("Deployment").lines().filter(line -> line.contains("Repaired")))
        .containsExactly(
            "Normal AutoscalerRepaired: HorizontalPodAutoscaler egress-hpa-steward is again as the"
                + " policy has it; changed: metadata.labels");
  }

  @Test
  void aFindingSaysSo() {
    Fleet fleet = generated("livekit-egress");
    PROGRAM.judge(fleet);
    try {
      // It takes the API server a moment to ask.
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> annotated(fleet), words -> words.contains("scale-down-threshold"));
      assertThat(annotated(fleet))
          .contains(
              "Warning: scale-down-threshold: cpu target 45 with tolerance 0.1 scales down at 40 %,"
                  + " documented is 30 %\n",
              "needs scaleDown.tolerance, which this cluster lacks");
    } finally {
      PROGRAM.judgeNoMore(fleet);
    }
  }

  /** The warnings of a change, which is not stored. */
  private static String annotated(Fleet fleet) {
    return fleet
        .kubectl()
        .run("annotate", "hpa", GENERATED, "theirs=1", "--dry-run=server")
        .stderr();
  }

  private static Fleet generated(String type) {
    return PROGRAM
        .fleet(DroppedToleranceIT.class)
        .apply(Fleet.deployment("").replace("livekit-egress,", type + ","))
        .awaitAutoscalers(GENERATED);
  }
}
