package dev.hpasteward.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.check.KubernetesVersion;
import dev.hpasteward.policy.Encoding;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.policy.ServiceTypePolicy;
import dev.hpasteward.simulation.workload.KnownWorkloads;
import dev.hpasteward.source.PolicySource;
import java.util.List;
import org.junit.jupiter.api.Test;

class VariantsTest {

  private static final ScalingPolicy POLICY = PolicySource.embedded();

  VariantsTest() {}

  private static List<Candidate> all(String type, Encoding form, KubernetesVersion version) {
    ServiceTypePolicy policy = POLICY.serviceType(type).orElseThrow().encoding(form);
    return new Variants(POLICY, policy, version, KnownWorkloads.of(policy)).all();
  }

  @Test
  void whoAsksForHeadroomHasItComparedFirst() {
    assertThat(all("livekit-egress", Encoding.HEADROOM, KubernetesVersion.CURRENT))
        .extracting(Candidate::name)
        .containsExactly(
            "headroom",
            "documented",
            "headroom, no tolerances",
            "no tolerances",
            "headroom, no rates",
            "no rates",
            "Kubernetes defaults");
  }

  @Test
  void programsReadNamesWithoutBlanks() {
    assertThat(all("livekit-egress", Encoding.DOCUMENTED, KubernetesVersion.CURRENT))
        .extracting(Candidate::id)
        .containsExactly(
            "documented",
            "headroom",
            "no-tolerances",
            "headroom-no-tolerances",
            "no-rates",
            "headroom-no-rates",
            "kubernetes-defaults");
  }

  @Test
  void aTypeWithoutFreeCapacityHasOneForm() {
    assertThat(all("sip", Encoding.HEADROOM, KubernetesVersion.CURRENT))
        .extracting(Candidate::name)
        .containsExactly("documented", "no tolerances", "no rates", "Kubernetes defaults");
  }

  @Test
  void whereTheClusterDropsTolerancesNobodyIsComparedWithout() {
    assertThat(all("sfu", Encoding.DOCUMENTED, new KubernetesVersion(1, 33)))
        .extracting(Candidate::name)
        .containsExactly("documented", "no rates", "Kubernetes defaults");
  }
}
