package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.Kubectl;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An HPA with a CPU target of 80, older than the policy: nothing is refused but what is worse. */
class OldAutoscalerIT {

  private static final List<String> NAMES =
      List.of("labels", "unchanged", "values", "finalizer", "deleted", "dry-run");

  private static final Kubectl KUBECTL = BrownfieldNamespace.with(OldAutoscalerIT.class, objects());

  private static final String REFUSED_AT_90 =
      """
      cpu-target: spec.metrics[0].resource.target.averageUtilization: found 90, allowed at most 50
        fix: set it to 50
      """;

  OldAutoscalerIT() {}

  @Test
  void labelsAndAnnotationsMayBeEdited() {
    assertThat(KUBECTL.run("label", "hpa", "labels", "team=voice"))
        .isEqualTo(passed("labels", "labeled", tolerated(80)));
    assertThat(KUBECTL.run("annotate", "hpa", "labels", "note=later"))
        .isEqualTo(passed("labels", "annotated", tolerated(80)));

    assertThat(stored("labels", "{.spec.behavior}")).isEmpty();
  }

  @Test
  void aFileThatIsAppliedAgainPassesInSilence() {
    String file = Manifests.autoscaler("unchanged", "unchanged", 80);

    assertThat(KUBECTL.runWithInput(file, "apply", "-f", "-"))
        .isEqualTo(passed("unchanged", "unchanged", ""));
    assertThat(KUBECTL.runWithInput(file, "replace", "-f", "-").exitCode()).isZero();
    assertThat(
            KUBECTL.runWithInput(
                file, "apply", "--server-side", "--force-conflicts", "--dry-run=server", "-f", "-"))
        .isEqualTo(passed("unchanged", "serverside-applied (server dry run)", ""));
  }

  @Test
  void aTargetMayFallAndNotRise() {
    assertThat(setCpu("values", 90)).satisfies(OldAutoscalerIT::isRefusedAt90);
    assertThat(cpu("values")).isEqualTo("80");

    assertThat(setCpu("values", 70)).isEqualTo(passed("values", "patched", tolerated(70)));
    assertThat(setCpu("values", 80).stderr()).contains("found 80, allowed at most 50");
    assertThat(cpu("values")).isEqualTo("70");

    assertThat(setCpu("values", 50)).isEqualTo(passed("values", "patched", ""));
    assertThat(setCpu("values", 51).exitCode()).isEqualTo(1);
    assertThat(cpu("values")).isEqualTo("50");
  }

  @Test
  void aFinalizerPassesInSilenceAndWhatIsChangedBesideItIsJudged() {
    assertThat(merge("finalizer", "{\"metadata\": {\"finalizers\": [\"example.com/wait\"]}}"))
        .isEqualTo(passed("finalizer", "patched", ""));

    assertThat(merge("finalizer", "{\"metadata\": {\"finalizers\": null}, " + spec(90) + "}"))
        .satisfies(OldAutoscalerIT::isRefusedAt90);

    assertThat(merge("finalizer", "{\"metadata\": {\"finalizers\": null}}"))
        .isEqualTo(passed("finalizer", "patched", ""));
  }

  @Test
  void aDeletionEndsWhenItsFinalizerGoesAndIsNoWayAroundThePolicy() {
    merge("deleted", "{\"metadata\": {\"finalizers\": [\"example.com/wait\"]}}").output();
    KUBECTL.run("delete", "hpa", "deleted", "--wait=false").output();
    assertThat(stored("deleted", "{.metadata.deletionTimestamp}")).isNotEmpty();

    assertThat(setCpu("deleted", 90)).satisfies(OldAutoscalerIT::isRefusedAt90);
    assertThat(merge("deleted", "{\"metadata\": {\"labels\": {\"team\": \"voice\"}}}").exitCode())
        .isZero();

    assertThat(merge("deleted", "{\"metadata\": {\"finalizers\": null}}"))
        .isEqualTo(passed("deleted", "patched", ""));
    assertThat(KUBECTL.run("get", "hpa", "deleted", "--ignore-not-found").output()).isEmpty();
  }

  @Test
  void aServerSideDryRunIsAnsweredAsTheWriteWouldBe() {
    assertThat(setCpu("dry-run", 90, "--dry-run=server"))
        .satisfies(OldAutoscalerIT::isRefusedAt90)
        .isEqualTo(setCpu("dry-run", 90));
    assertThat(setCpu("dry-run", 70, "--dry-run=server").stderr()).isEqualTo(tolerated(70));
    assertThat(cpu("dry-run")).isEqualTo("80");
  }

  @Test
  void aNewOneIsRefusedAndToldHowABackupIsRestored() {
    Kubectl.Result refused =
        KUBECTL.runWithInput(Manifests.autoscaler("new", "labels", 90), "create", "-f", "-");

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.stderr())
        .contains(REFUSED_AT_90)
        .endsWith(
            "Restoring a backup? Label the namespace hpa-steward.dev/mode=warn while you do.\n");
  }

  private static String objects() {
    StringBuilder all = new StringBuilder();
    for (String name : NAMES) {
      all.append(Manifests.deployment(name, "agent"));
      all.append(Manifests.autoscaler(name, name, 80));
    }
    return all.toString();
  }

  private static void isRefusedAt90(Kubectl.Result result) {
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.stdout()).isEmpty();
    assertThat(result.stderr())
        .startsWith("Error from server (Forbidden): ")
        .contains(REFUSED_AT_90)
        .doesNotContain("Restoring a backup?");
  }

  /** What kubectl shows of a target that is too high and was so before. */
  private static String tolerated(int cpu) {
    String why = cpu == 80 ? "; 80 is also what Kubernetes fills in if no metric is listed" : "";
    return """
        Warning: cpu-target: as before, so let pass: spec.metrics[0].resource.target.averageUtilization: found %d, allowed at most 50
        Warning: cpu-target: set it to 50%s
        """
        .formatted(cpu, why);
  }

  private static Kubectl.Result passed(String name, String done, String warnings) {
    return new Kubectl.Result(
        0, "horizontalpodautoscaler.autoscaling/" + name + " " + done + "\n", warnings);
  }

  private static Kubectl.Result setCpu(String name, int cpu, String... options) {
    return merge(name, "{" + spec(cpu) + "}", options);
  }

  private static String spec(int cpu) {
    return """
        "spec": {"metrics": [{"type": "Resource", "resource": {"name": "cpu",
          "target": {"type": "Utilization", "averageUtilization": %d}}}]}"""
        .formatted(cpu);
  }

  private static Kubectl.Result merge(String name, String patch, String... options) {
    return KUBECTL.run(
        Stream.concat(
                Stream.of("patch", "hpa", name, "--type=merge", "--patch", patch),
                Stream.of(options))
            .toArray(String[]::new));
  }

  private static String cpu(String name) {
    return stored(name, "{.spec.metrics[0].resource.target.averageUtilization}");
  }

  private static String stored(String name, String field) {
    return KUBECTL.run("get", "hpa", name, "-o", "jsonpath=" + field).output();
  }
}
