package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.EnforcedCluster;
import dev.hpasteward.controlplane.Kubectl;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A manifest that is applied again does not undo what the autoscaler made of the replicas. */
class KeptReplicasIT {

  private static final Kubectl KUBECTL = EnforcedCluster.running().kubectl(KeptReplicasIT.class);

  KeptReplicasIT() {}

  @Test
  void tenReplicasStayTenWhateverTheManifestSays() {
    runsTen("client-side");

    assertThat(apply(manifest("client-side", 3)))
        .isEqualTo(applied("client-side", "configured", kept("client-side", true)));
    assertThat(replicas("client-side")).isEqualTo("10");

    // Now nothing else changes, so nothing else is judged.
    assertThat(apply(manifest("client-side", 3)).stderr())
        .startsWith(kept("client-side", false))
        .endsWith("Warning: static-replicas: remove spec.replicas from the manifest\n")
        .hasLineCount(2);
    assertThat(replicas("client-side")).isEqualTo("10");

    assertThat(apply(Manifests.deployment("client-side", "agent")))
        .isEqualTo(applied("client-side", "configured", kept("client-side", false)));
    assertThat(replicas("client-side")).isEqualTo("10");

    assertThat(apply(Manifests.deployment("client-side", "agent")).stderr()).isEmpty();
    assertThat(replicas("client-side")).isEqualTo("10");
  }

  @Test
  void tenReplicasStayTenUnderServerSideApply() {
    runsTen("server-side");

    assertThat(applyServerSide(manifest("server-side", 3)).stderr())
        .isEqualTo(kept("server-side", true));
    assertThat(replicas("server-side")).isEqualTo("10");

    assertThat(applyServerSide(Manifests.deployment("server-side", "agent")).exitCode()).isZero();
    assertThat(replicas("server-side")).isEqualTo("10");
  }

  @Test
  void aServerSideDryRunShowsWhatWillBe() {
    runsTen("dry-run");

    assertThat(
            KUBECTL
                .runWithInput(
                    manifest("dry-run", 3),
                    "apply",
                    "--dry-run=server",
                    "-o",
                    "jsonpath={.spec.replicas}",
                    "-f",
                    "-")
                .output())
        .isEqualTo("10");
  }

  @Test
  void zeroReplicasAreAPersonsDecision() {
    runsTen("zero");

    assertThat(apply(manifest("zero", 0))).isEqualTo(applied("zero", "configured", ""));
    assertThat(replicas("zero")).isEqualTo("0");

    assertThat(apply(manifest("zero", 3)).exitCode()).isZero();
    assertThat(replicas("zero")).isEqualTo("3");
  }

  @Test
  void whoScalesIsNotAsked() {
    runsTen("scaled");

    assertThat(KUBECTL.run("scale", "deployment", "scaled", "--replicas=4"))
        .isEqualTo(new Kubectl.Result(0, "deployment.apps/scaled scaled\n", ""));
    assertThat(replicas("scaled")).isEqualTo("4");
  }

  @Test
  void withoutAnAutoscalerTheManifestHolds() {
    apply(Manifests.deployment("alone", "agent")).output();
    KUBECTL.run("scale", "deployment", "alone", "--replicas=10").output();

    assertThat(apply(manifest("alone", 3))).isEqualTo(applied("alone", "configured", ""));
    assertThat(replicas("alone")).isEqualTo("3");
  }

  /** With an HPA that is known: who tries 3 replicas server-side is told of it. */
  private static void runsTen(String name) {
    apply(Manifests.deployment(name, "agent") + Manifests.autoscaler(name, name, 50)).output();
    KUBECTL.run("scale", "deployment", name, "--replicas=10").output();
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(50))
        .until(
            () ->
                KUBECTL
                    .runWithInput(manifest(name, 3), "apply", "--dry-run=server", "-f", "-")
                    .stderr()
                    .contains("static-replicas: "));
  }

  private static String manifest(String name, int replicas) {
    return Manifests.deployment(name, "agent")
        .replace("spec:\n  selector", "spec:\n  replicas: " + replicas + "\n  selector");
  }

  private static String kept(String name, boolean inManifest) {
    String kept =
        "Warning: static-replicas: spec.replicas stays 10: HorizontalPodAutoscaler %s sets it\n"
            .formatted(name);
    String remove =
        """
        Warning: static-replicas: remove spec.replicas from the manifest
        Warning: static-replicas: the manifest sets spec.replicas, which HorizontalPodAutoscaler %s sets too
        """
            .formatted(name);
    return inManifest ? kept + remove : kept;
  }

  private static Kubectl.Result apply(String manifest) {
    return KUBECTL.runWithInput(manifest, "apply", "-f", "-");
  }

  private static Kubectl.Result applyServerSide(String manifest) {
    return KUBECTL.runWithInput(manifest, "apply", "--server-side", "--force-conflicts", "-f", "-");
  }

  private static Kubectl.Result applied(String name, String done, String warnings) {
    return new Kubectl.Result(0, "deployment.apps/" + name + " " + done + "\n", warnings);
  }

  private static String replicas(String name) {
    return KUBECTL.run("get", "deployment", name, "-o", "jsonpath={.spec.replicas}").output();
  }
}
