package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.ProgramProcess;
import org.junit.jupiter.api.Test;

/** The README's first command. */
class DemoIT {

  @Test
  void everythingComesOutAsExpectedAndWithoutColoursWhereNobodyLooks() {
    try (ProgramProcess demo = ProgramProcess.start("demo")) {
      assertThat(demo.exitCode()).isZero();
      assertThat(demo.output())
          .contains(
              "cpu-target: spec.metrics[0].resource.target.averageUtilization: found 80, allowed 31 to 50",
              "horizontalpodautoscaler.autoscaling/livekit-egress created",
              "+        prometheus.io/port: \"6789\"",
              "+      stabilizationWindowSeconds: 15")
          .endsWith("4 of 4 came out as expected")
          .doesNotContain("\u001b");
    }
  }

  @Test
  void withKeepItStaysUntilItIsToldToGo() {
    ProgramProcess demo = ProgramProcess.start("demo", "--keep");

    demo.awaitLine(line -> line.startsWith("Still running: POST https://127.0.0.1:"));
    demo.close();

    assertThat(demo.exitCode()).isEqualTo(143);
  }
}
