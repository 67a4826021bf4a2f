package dev.hpasteward.decision;

import static dev.hpasteward.decision.Claims.CPU;
import static dev.hpasteward.decision.Claims.SOON;
import static dev.hpasteward.decision.Claims.WHY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.Surroundings.Target;
import dev.hpasteward.model.Workload;
import dev.hpasteward.model.Workloads;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.policy.StrategyPolicy;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An autoscaler's own exemption and that of its Deployment. */
class ExemptionOfTargetTest {

  private static final ScalingPolicy POLICY = StrategyPolicy.policy();

  private static Workload exempt(Workload workload, String rules, String until) {
    Workload claiming = Workloads.annotated(workload, StewardKeys.EXEMPT, rules);
    claiming = Workloads.annotated(claiming, StewardKeys.EXEMPT_REASON, "of the Deployment");
    return Workloads.annotated(claiming, StewardKeys.EXEMPT_UNTIL, until);
  }

  private static Decision on(Workload target, Autoscaler autoscaler, ScalingPolicy policy) {
    return Evaluator.evaluate(
        Questions.creation(autoscaler, Claims.ALONE.with(new Target.Found(target))), policy);
  }

  @Test
  void theDeploymentsCoversItsAutoscaler() {
    Decision decision = on(exempt(Workloads.of("sfu"), CPU, SOON), Claims.late().build(), POLICY);

    assertThat(decision.denied()).isFalse();
    assertThat(decision.findings().get(0).exemption().orElseThrow().reason())
        .isEqualTo("of the Deployment");
  }

  @Test
  void itsOwnGoesBeforeTheDeployments() {
    Decision decision =
        on(exempt(Workloads.of("sfu"), CPU, SOON), Claims.late(CPU, "own", SOON), POLICY);

    assertThat(decision.findings().get(0).exemption().orElseThrow().reason()).isEqualTo("own");
  }

  @Test
  void bothHoldTogether() {
    Autoscaler late = Claims.claim(Claims.late().downWindow(100), CPU, WHY, SOON).build();

    assertThat(
            Claims.denying(
                on(exempt(Workloads.of("sfu"), "scale-down-window", SOON), late, POLICY)))
        .isEmpty();
    assertThat(Claims.denying(on(Workloads.of("sfu"), late, POLICY)))
        .containsExactly("scale-down-window");
  }

  @Test
  void whereItsOwnIsNoGoodTheDeploymentsStillHolds() {
    Decision decision =
        on(exempt(Workloads.of("sfu"), CPU, SOON), Claims.late(CPU, null, SOON), POLICY);

    assertThat(Claims.denying(decision)).containsExactly("invalid-exemption");
  }

  @Test
  void theDeploymentsThatIsNoGoodIsToldToItsAuthorAlone() {
    Decision decision =
        on(exempt(Workloads.of("sfu"), "cpu-targe", SOON), Claims.late().build(), POLICY);

    assertThat(Claims.denying(decision)).containsExactly(CPU);
  }

  @Test
  void theDeploymentsThatIsOverExemptsNoMoreAndIsTold() {
    Decision decision =
        on(exempt(Workloads.of("sfu"), CPU, "2026-11-01"), Claims.late().build(), POLICY);

    assertThat(Claims.denying(decision)).containsExactly(CPU);
    assertThat(decision.expired().orElseThrow().reason()).isEqualTo("of the Deployment");
  }

  @Test
  void itsOwnThatIsOverIsToldFirst() {
    Decision decision =
        on(
            exempt(Workloads.of("sfu"), CPU, "2026-11-01"),
            Claims.late(CPU, "own", "2026-11-02"),
            POLICY);

    assertThat(decision.expired().orElseThrow().reason()).isEqualTo("own");
  }

  @Test
  void nobodyJudgedTheExemptionOfADeploymentThatIsNobodysBusiness() {
    Decision decision =
        on(exempt(Workloads.unlabelled(), CPU, "9999-12-31"), Claims.late().build(), POLICY);

    assertThat(Claims.denying(decision)).containsExactly(CPU);
  }

  @Test
  void anExemptionIsGrantedWhenItsObjectComesUnderThePolicy() {
    ScalingPolicy strict =
        Allowed.byDefault().maxDays(90).approvers(Set.of("alice"), Set.of()).policy();
    Workload before = exempt(Workloads.unlabelled(), CPU, "9999-12-31");
    Workload after = exempt(Workloads.of("sfu"), CPU, "9999-12-31");

    Decision decision =
        Evaluator.evaluate(
            Claims.by(Claims.user("bob"), Questions.update(before, after, Claims.ALONE)), strict);

    assertThat(Claims.complaints(decision)).hasSize(2);
    assertThat(Claims.denying(decision)).containsExactly("invalid-exemption");
  }
}
