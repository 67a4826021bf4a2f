package dev.hpasteward.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.Subject;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.model.Surroundings.Target;
import dev.hpasteward.model.Workloads;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.policy.StrategyPolicy;
import dev.hpasteward.rules.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GovernanceTest {
  private static final ScalingPolicy POLICY = StrategyPolicy.policy();
  private static final FieldPath LABEL =
      FieldPath.of("metadata.labels").key(StewardKeys.SERVICE_TYPE);
  private static final Autoscaler UNLABELLED = Autoscalers.sfu().unlabelled().build();

  @Test
  void theObjectsOwnLabelCountsFirst() {
    assertThat(govern(Autoscalers.sfu().build(), new Target.Found(Workloads.of("agent"))))
        .isEqualTo(new Governance.Governed(StrategyPolicy.sfu()));
    assertThat(govern(Workloads.of("agent"), new Target.NotLookedUp()))
        .isEqualTo(new Governance.Governed(StrategyPolicy.agent()));
  }

  @Test
  void thenThatOfTheDeploymentWhichItTargets() {
    assertThat(govern(UNLABELLED, new Target.Found(Workloads.of("agent"))))
        .isEqualTo(new Governance.Governed(StrategyPolicy.agent()));
  }

  @Test
  void anAutoscalerWithOurLabelIsGovernedWhateverItTargets() {
    assertThat(
            govern(
                Autoscalers.sfu().target("apps/v1", "StatefulSet", "example").build(),
                new Target.NotLookedUp()))
        .isEqualTo(new Governance.Governed(StrategyPolicy.sfu()));
    assertThat(govern(Autoscalers.sfu().build(), new Target.Unknown()))
        .isEqualTo(new Governance.Governed(StrategyPolicy.sfu()));
  }

  @Test
  void withoutAnyLabelItIsNobodysBusiness() {
    assertThat(govern(UNLABELLED, new Target.Found(Workloads.unlabelled())))
        .isEqualTo(new Governance.Ungoverned());
    assertThat(govern(UNLABELLED, new Target.Missing())).isEqualTo(new Governance.Ungoverned());
    assertThat(govern(UNLABELLED, new Target.NotLookedUp())).isEqualTo(new Governance.Ungoverned());
    assertThat(govern(Workloads.unlabelled(), new Target.NotLookedUp()))
        .isEqualTo(new Governance.Ungoverned());
  }

  @Test
  void aDeploymentIsNeverGovernedByAnother() {
    assertThat(govern(Workloads.unlabelled(), new Target.Found(Workloads.of("sfu"))))
        .isEqualTo(new Governance.Ungoverned());
  }

  @Test
  void whereTheTargetCouldNotBeLookedUpNobodyCanSay() {
    assertThat(govern(UNLABELLED, new Target.Unknown())).isEqualTo(new Governance.Undetermined());
  }

  @ParameterizedTest(name = "\"{0}\": {1}")
  @CsvSource({
    "sfuu, set it to sfu",
    "Agent, set it to agent",
    "livekit_egress, set it to livekit-egress",
    "website, 'set it to one of these, or remove the label'",
    "'', 'set it to one of these, or remove the label'"
  })
  void anUnknownTypeIsReportedWithTheNearestKnownOne(String label, String fix) {
    assertThat(govern(Workloads.of(label), new Target.NotLookedUp()))
        .isEqualTo(
            new Governance.Unclear(
                Violation.of(
                    RuleId.UNKNOWN_SERVICE_TYPE,
                    LABEL,
                    '"' + label + '"',
                    "livekit-egress, sip, sfu, agent",
                    fix)));
  }

  @Test
  void anUnknownTypeOfTheTargetIsReportedWhereTheTargetIsNamed() {
    assertThat(govern(UNLABELLED, new Target.Found(Workloads.of("sipp"))))
        .isEqualTo(
            new Governance.Unclear(
                Violation.of(
                    RuleId.UNKNOWN_SERVICE_TYPE,
                    FieldPath.of("spec.scaleTargetRef.name"),
                    "Deployment example of service type \"sipp\"",
                    "livekit-egress, sip, sfu, agent",
                    "correct the label of the Deployment: set it to sip")));
  }

  private static Governance govern(Subject subject, Target target) {
    return Governance.of(subject, Surroundings.none(true).with(target), POLICY);
  }
}
