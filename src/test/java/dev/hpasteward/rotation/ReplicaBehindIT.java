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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A replica that does not get the new certificate while authorities change. */
class ReplicaBehindIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  /** Replicas are asked every 10 s. */
  private static final Duration LONG = Duration.ofSeconds(15);

  private static final String SLICE = "replica-behind";

  private static final Installation INSTALLATION =
      Installation.start(ReplicaBehindIT.class, 30, Map.of("NOTICE", "1s", "OVERLAP", "2s"));

  private static final ReplicaSlices SLICES = new ReplicaSlices(INSTALLATION.kubectl());

  @TempDir private Path folder;

  @BeforeAll
  static void bothAreReady() {
    INSTALLATION.awaitReady();
  }

  @AfterAll
  static void end() {
    INSTALLATION.close();
  }

  @Test
  void theOldAuthorityIsTrustedUntilItServesTheNewOnesCertificateOrIsGone() throws IOException {
    String old = INSTALLATION.awaitOneAuthority();
    try (ProgramProcess behind = servesForever()) {
      String address = SLICES.add(SLICE, ServedWebhook.of(behind, ""));
      anotherAuthority(old);
      awaitTold(address + " serves another one (unable to find valid certification path");
      assertStaysTrusted(old);

      behind.kill();
      awaitTold(address + " does not answer (");
    } finally {
      SLICES.remove(SLICE);
    }

    assertThat(INSTALLATION.awaitOneAuthority()).isNotEqualTo(old);
  }

  @Test
  void whoeverCantWaitTakesTheOldAuthorityOutOfTheSecret() throws IOException {
    String old = INSTALLATION.awaitOneAuthority();
    try (ProgramProcess behind = servesForever()) {
      String address = SLICES.add(SLICE, ServedWebhook.of(behind, ""));
      anotherAuthority(old);
      awaitTold(address + " serves another one");
      awaitPreviousAuthorities(1);

      INSTALLATION
          .kubectl()
          .run(
              "patch",
              "secret",
              Installation.SECRET,
              "--type=json",
              "-p",
              "[{\"op\":\"remove\",\"path\":\"/data/previous-ca.crt\"}]")
          .output();

      assertThat(INSTALLATION.awaitOneAuthority()).isNotEqualTo(old);
      awaitPreviousAuthorities(0);
    } finally {
      SLICES.remove(SLICE);
    }
  }

  private static void awaitPreviousAuthorities(double count) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(INSTALLATION.programs())
                    .extracting(Installation::previousAuthorities)
                    .containsOnly(count));
  }

  private ProgramProcess servesForever() throws IOException {
    Files.writeString(folder.resolve("tls.crt"), INSTALLATION.secret("tls.crt"), US_ASCII);
    Files.writeString(folder.resolve("tls.key"), INSTALLATION.secret("tls.key"), US_ASCII);
    return ProgramProcess.start(
        "serve",
        "--port=0",
        "--management-port=0",
        "--webhook-only",
        "--policy=" + ReconciledCluster.POLICY,
        "--certificates=" + folder,
        "--kubeconfig=" + INSTALLATION.controlPlane().kubeconfig());
  }

  private static void anotherAuthority(String old) {
    INSTALLATION.kubectl().run("delete", "secret", Installation.SECRET).output();
    await()
        .atMost(SOON)
        .until(
            () -> INSTALLATION.secret("ca.crt"),
            authority -> !authority.isEmpty() && !authority.equals(old));
  }

  private static void awaitTold(String reason) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(INSTALLATION.log().lines())
                    .anyMatch(
                        line ->
                            line.contains("certificates: the old authority stays trusted, until ")
                                && line.contains(reason)));
  }

  private static void assertStaysTrusted(String authority) {
    await()
        .during(LONG)
        .atMost(LONG.plus(SOON))
        .until(
            () -> INSTALLATION.bundles().stream().allMatch(bundle -> bundle.startsWith(authority)));
  }
}
