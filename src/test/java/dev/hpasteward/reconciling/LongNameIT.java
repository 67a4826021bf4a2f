package dev.hpasteward.reconciling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A Deployment's name may be so long that nothing can be appended. */
class LongNameIT {

  /** The longest whose ReplicaSets have names that the API server takes. */
  private static final String LONG = "egress-" + "x".repeat(242 - 7);

  @Test
  void theNameOfTheHpaIsCutWithAHash() {
    Fleet fleet =
        Fleet.enforced(getClass())
            .apply(Fleet.deployment("").replace("  name: egress\n", "  name: " + LONG + "\n"));

    await().atMost(Duration.ofSeconds(30)).until(fleet::autoscalers, name -> !name.isEmpty());

    String name = fleet.autoscalers();
    assertThat(name).matches("egress-x+-[0-9a-f]{8}-hpa-steward").hasSize(253);
    assertThat(fleet.field("hpa/" + name, ".spec.scaleTargetRef.name")).isEqualTo(LONG);
    fleet.awaitEvent("Deployment", "generated HorizontalPodAutoscaler " + name);

    fleet.run("delete", "hpa", name);
    fleet.awaitAutoscalers(name);
    fleet.run("delete", "deployment", LONG);
    fleet.awaitAutoscalers("");
  }
}
