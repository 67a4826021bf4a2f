package dev.hpasteward.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.policy.Mode;
import dev.hpasteward.policy.Modes;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.source.PolicySource;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AuditPolicyTest {

  @Test
  void theOverlaysPolicyIsTheEmbeddedOneButForItsDefaultMode() {
    ScalingPolicy embedded = PolicySource.embedded();
    ScalingPolicy audit =
        PolicySource.read(Path.of("deploy", "overlays", "audit", "policy.yaml"))
            .fold(
                policy -> policy,
                mistakes -> {
                  throw new AssertionError(mistakes.toString());
                });

    assertThat(audit.modes().otherwise()).isEqualTo(Mode.AUDIT);
    assertThat(audit)
        .isEqualTo(
            new ScalingPolicy(
                embedded.name(),
                audit.version(),
                embedded.serviceTypes(),
                embedded.corrections(),
                embedded.controller(),
                embedded.actions(),
                new Modes(embedded.modes().byNamespace(), Mode.AUDIT),
                embedded.exemptions(),
                embedded.replicasOnUpdate(),
                embedded.generation()));
  }
}
