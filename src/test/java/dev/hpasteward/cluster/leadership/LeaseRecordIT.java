package dev.hpasteward.cluster.leadership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpasteward.controlplane.ControlPlane;
import dev.hpasteward.controlplane.Kubectl;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaderElectionRecord;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The Lease at a real API server. */
class LeaseRecordIT {

  private static final ControlPlane CONTROL_PLANE =
      ControlPlane.running(ControlPlane.Parts.API_SERVER);
  private static final KubernetesClient CLIENT =
      new KubernetesClientBuilder()
          .withConfig(Config.fromKubeconfig(CONTROL_PLANE.kubeconfig().toFile()))
          .build();
  private static final ZonedDateTime NOON =
      ZonedDateTime.of(2026, 6, 1, 12, 0, 0, 0, ZoneOffset.UTC);

  private static final String LABEL_AND_HOLDER =
      "jsonpath={.metadata.labels.by} {.spec.holderIdentity}";

  private final String namespace = CONTROL_PLANE.namespace(LeaseRecordIT.class);
  private final Kubectl kubectl = CONTROL_PLANE.kubectl().inNamespace(namespace);

  @AfterAll
  static void close() {
    CLIENT.close();
  }

  @Test
  void whatIsWrittenIsRead() {
    LeaseRecord lease = lease("one");
    assertThat(lease.get(CLIENT)).isNull();

    lease.create(CLIENT, record("one"));

    assertThat(lease("two").get(CLIENT)).isEqualTo(record("one"));
  }

  @Test
  void aReleasedLeaseNamesNobody() {
    LeaseRecord lease = lease("one");
    lease.create(CLIENT, record("one"));

    lease.update(CLIENT, record(null));

    assertThat(lease.get(CLIENT).getHolderIdentity()).isNull();
  }

  @Test
  void whoReadBeforeAnotherWroteWritesNothing() {
    LeaseRecord one = lease("one");
    LeaseRecord two = lease("two");
    one.create(CLIENT, record("one"));
    var unused = two.get(CLIENT);
    // What changes nothing would not be a write.
    one.update(CLIENT, record(null));

    assertThatThrownBy(() -> two.update(CLIENT, record("two")))
        .isInstanceOfSatisfying(
            KubernetesClientException.class, e -> assertThat(e.getCode()).isEqualTo(409));
    assertThat(one.get(CLIENT).getHolderIdentity()).isNull();
  }

  @Test
  void aLeaseThatLacksEverythingCanBeTaken() {
    kubectl
        .runWithInput(
            """
            apiVersion: coordination.k8s.io/v1
            kind: Lease
            metadata: {name: hpa-steward, labels: {by: hand}}
            """,
            "create",
            "-f",
            "-")
        .output();
    LeaseRecord lease = lease("one");
    assertThat(lease.get(CLIENT).getHolderIdentity()).isNull();

    lease.update(CLIENT, record("one"));

    assertThat(kubectl.run("get", "lease", "hpa-steward", "-o", LABEL_AND_HOLDER).output())
        .isEqualTo("hand one");
  }

  private LeaseRecord lease(String identity) {
    return new LeaseRecord(namespace, "hpa-steward", identity);
  }

  @SuppressWarnings("NullAway") // null names nobody
  private static LeaderElectionRecord record(@Nullable String holder) {
    return new LeaderElectionRecord(holder, Duration.ofSeconds(15), NOON, NOON, 2);
  }
}
