package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.EnforcedNamespace;
import dev.hpasteward.controlplane.Kubectl;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What another policy says about exemptions, and a service type that is told by a selector. */
class ExemptionRulesIT {

  private static final EnforcedNamespace NAMESPACE =
      EnforcedNamespace.of(
          ExemptionRulesIT.class,
          Path.of("src", "test", "resources", "acceptance", "exemptions.yaml"));

  private static final Kubectl KUBECTL = NAMESPACE.kubectl();

  private static final String[] JANE = {"--as=jane", "--as-group=system:masters"};
  private static final String[] JOE = {
    "--as=joe", "--as-group=system:masters", "--as-group=approvers"
  };

  ExemptionRulesIT() {}

  @BeforeAll
  static void createDeployments() {
    apply(
            Manifests.deployment("approved", "agent")
                + Manifests.deployment("group", "agent")
                + Manifests.deployment("other", "agent")
                + Manifests.deployment("renewed", "agent")
                + Manifests.deployment(
                    "server", "labels: {app.kubernetes.io/name: livekit-server}", "{}"))
        .output();
  }

  @AfterAll
  static void endProgram() {
    NAMESPACE.close();
  }

  @Test
  void onlyAnApproverAddsOrWidensOneAndAnybodyWritesAnObjectThatHasOne() {
    Kubectl.Result refused = apply(Exemptions.agent("approved", Exemptions.forDays(3), 80), JANE);
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.stderr())
        .contains(
            "invalid-exemption: metadata.annotations[hpa-steward.dev/exempt]: found added or widened by \"jane\", allowed an approver that the policy names\n  fix: ask user admin or group approvers to write it\n",
            "If it must be so for a while, ask user admin or group approvers to exempt it in metadata.annotations:\n  hpa-steward.dev/exempt: cpu-target\n");

    assertThat(apply(Exemptions.agent("approved", Exemptions.forDays(3), 80)).stderr())
        .contains("Warning: cpu-target: exempt until " + Exemptions.day(3) + " (3 days left): ");

    assertThat(apply(Exemptions.agent("approved", Exemptions.forDays(3), 85), JANE).exitCode())
        .isZero();
    assertThat(apply(Exemptions.agent("approved", Exemptions.forDays(4), 85), JANE).stderr())
        .contains("added or widened by \"jane\"");
    assertThat(apply(Exemptions.agent("approved", Exemptions.forDays(2), 85), JANE).exitCode())
        .isZero();
  }

  @Test
  void aGroupOfApproversIsEnough() {
    assertThat(apply(Exemptions.agent("group", Exemptions.forDays(3), 80), JOE).exitCode())
        .isZero();
  }

  @Test
  void aRuleThatThePolicyKeepsIsRefusedAndNotOffered() {
    String quick =
        Manifests.cpuMetric(50) + "behavior: {scaleDown: {stabilizationWindowSeconds: 30}}";
    String exemption = Exemptions.of("scale-down-window", "VOICE-7 test", Exemptions.day(3));

    Kubectl.Result refused = apply(Manifests.autoscaler("other", exemption, "other", quick));

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.stderr())
        .contains(
            "found scale-down-window, allowed only what the policy lets be exempt here",
            "scale-down-window: spec.behavior.scaleDown.stabilizationWindowSeconds: found 30,")
        .doesNotContain("If it must be so for a while");
  }

  @Test
  void aRuleThatIsNotAllowedForThisServiceTypeIsRefused() {
    assertThat(apply(Exemptions.agent("server", Exemptions.forDays(3), 80)).stderr())
        .contains("found cpu-target, allowed only what the policy lets be exempt here");
  }

  @Test
  void aReasonMustFitThePattern() {
    assertThat(
            apply(
                    Exemptions.agent(
                        "other", Exemptions.of("cpu-target", "why not", Exemptions.day(3)), 80))
                .stderr())
        .contains("found \"why not\", allowed a reason that matches [A-Z]+-[0-9]+ .*");
  }

  /** From its first grant it would be over; each extension counts anew. */
  @Test
  void oneMayBeRenewedWhereThePolicySaysSo() {
    String old =
        Exemptions.forDays(5)
            .replace(
                "{", "{hpa-steward.dev/exempt-since: '" + Exemptions.day(-80) + "T00:00:00Z', ");
    apply(Exemptions.agent("renewed", old, 80)).output();

    assertThat(until("renewed", 91).stderr())
        .contains(
            "allowed at most 90 days from its first grant", "end it by " + Exemptions.day(90));
    assertThat(until("renewed", 90).exitCode()).isZero();
  }

  /** deploy/webhooks.yaml lets labelled Deployments through only, and every HPA. */
  @Test
  void theAutoscalerOfADeploymentThatASelectorFindsIsJudged() {
    Kubectl.Result refused = apply(Manifests.autoscaler("server", "server", 80));

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.stderr())
        .contains(
            """
            /server breaks the scaling strategy for sfu
            cpu-target: spec.metrics[0].resource.target.averageUtilization: found 80, allowed at most 60
            """);
    assertThat(apply(Manifests.autoscaler("server", "server", 60)))
        .isEqualTo(
            new Kubectl.Result(0, "horizontalpodautoscaler.autoscaling/server created\n", ""));
  }

  private static Kubectl.Result until(String name, int days) {
    return KUBECTL.run(
        "annotate",
        "hpa",
        name,
        "--overwrite",
        "hpa-steward.dev/exempt-until=" + Exemptions.day(days));
  }

  private static Kubectl.Result apply(String manifest, String... options) {
    return KUBECTL.runWithInput(
        manifest,
        Stream.concat(Stream.of("apply", "-f", "-"), Stream.of(options)).toArray(String[]::new));
  }
}
