package dev.hpasteward.rotation;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hpasteward.controlplane.ProgramProcess;
import dev.hpasteward.controlplane.ReconciledCluster;
import dev.hpasteward.controlplane.ServedWebhook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A replica that does not get the new certificate while authorities change. */
class ReplicaBehindIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  /** As long as it takes if nobody is behind, three times over. */
  private static final Duration LONG = Duration.ofSeconds(15);

  private static final String BEHIND = "replica-behind";

  @TempDir private static Path folder;

  ReplicaBehindIT() {}

  @Test
  void theOldAuthorityIsTrustedUntilItServesTheNewOnesCertificateOrIsGone() throws IOException {
    try (Installation installation =
        Installation.start(ReplicaBehindIT.class, 30, Map.of("NOTICE", "1s", "OVERLAP", "2s"))) {
      installation.awaitReady().awaitOneAuthority();
      String old = installation.secret("ca.crt");
      try (ProgramProcess behind = servesForever(installation)) {
        ReplicaSlices slices = new ReplicaSlices(installation.kubectl());
        String address = slices.add(BEHIND, ServedWebhook.of(behind, ""));

        installation.kubectl().run("delete", "secret", Installation.SECRET).output();
        await()
            .atMost(SOON)
            .until(
                () -> installation.secret("ca.crt"),
                authority -> !authority.isEmpty() && !authority.equals(old));
        awaitTold(
            installation,
            address
                + ": its certificate is refused: unable to find valid certification path to"
                + " requested target");
        assertStaysTrusted(installation, old);

        behind.kill();
        awaitTold(installation, address + ": Connection refused");
        assertStaysTrusted(installation, old);

        slices.remove(BEHIND);
        assertThat(installation.awaitOneAuthority()).isNotEqualTo(old);
      }
    }
  }

  private static ProgramProcess servesForever(Installation installation) throws IOException {
    Files.writeString(folder.resolve("tls.crt"), installation.secret("tls.crt"), US_ASCII);
    Files.writeString(folder.resolve("tls.key"), installation.secret("tls.key"), US_ASCII);
    return ProgramProcess.start(
        "serve",
        "--port=0",
        "--management-port=0",
        "--webhook-only",
        "--policy=" + ReconciledCluster.POLICY,
        "--certificates=" + folder,
        "--kubeconfig=" + installation.controlPlane().kubeconfig());
  }

  private static void awaitTold(Installation installation, String reason) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(installation.log())
                    .contains(
                        "certificates: the old authority stays trusted until each replica serves a"
                            + " certificate by the new one: "
                            + reason
                            + ". Asking again"));
  }

  private static void assertStaysTrusted(Installation installation, String authority) {
    await()
        .during(LONG)
        .atMost(LONG.plus(SOON))
        .until(
            () -> installation.bundles().stream().allMatch(bundle -> bundle.startsWith(authority)));
  }
}
