package dev.hpasteward.simulation.promise;

import static dev.hpasteward.model.Metrics.cpu;
import static dev.hpasteward.model.Metrics.external;
import static dev.hpasteward.model.Metrics.externalValue;
import static dev.hpasteward.model.Metrics.pods;
import static dev.hpasteward.model.Metrics.resourceAverage;
import static dev.hpasteward.simulation.promise.Promise.CAPACITY_IN_TIME;
import static dev.hpasteward.simulation.promise.Promise.SCALE_UP_TRIGGERED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.model.AutoscalerBuilder;
import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.model.RatePolicy;
import dev.hpasteward.policy.Encoding;
import dev.hpasteward.simulation.load.LoadKind;
import dev.hpasteward.simulation.workload.Measuring;
import dev.hpasteward.simulation.workload.ResourceUsage;
import dev.hpasteward.simulation.workload.WorkloadModel;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Runs that keep or break the promises of scaling up. */
class ScaleUpPromisesTest {

  private static final Trial AGENT = Trial.of("agent", Encoding.DOCUMENTED);
  private static final Trial EGRESS = Trial.of("livekit-egress", Encoding.DOCUMENTED);
  private static final AutoscalerBuilder AGENT_HPA = Autoscalers.agent();

  @Test
  void theGeneratedAutoscalerAsksAtTheThreshold() {
    PromiseVerdict verdict = AGENT.verdict(SCALE_UP_TRIGGERED);

    assertThat(verdict.outcome()).isEqualTo(Outcome.KEPT);
    assertThat(verdict.sentence())
        .isEqualTo(
            """
            More pods were asked for in time when cpu passed its threshold and there were fewer \
            than the maximum.""");
    assertThat(verdict.evidence()).isNull();
    assertThat(verdict.notes())
        .anyMatch(note -> note.matches("It took \\d+ s at most from a threshold to ready pods\\."));
  }

  @Test
  void aToleranceThatDelaysItIsFound() {
    PromiseVerdict verdict = AGENT.with(AGENT_HPA.upTolerance("0.3")).verdict(SCALE_UP_TRIGGERED);
    PromiseVerdict.Evidence evidence = Objects.requireNonNull(verdict.evidence());

    assertThat(verdict.outcome()).isEqualTo(Outcome.BROKEN);
    assertThat(verdict.sentence()).contains("cpu at 5", "at 50 % or more", "tolerance");
    assertThat(evidence.metric()).isEqualTo("cpu");
    assertThat(evidence.value()).isBetween(51.0, 65.0);
    assertThat(evidence.threshold()).contains(50.0);
  }

  @Test
  void aMetricThatTheAutoscalerLeavesOutIsFound() {
    PromiseVerdict verdict =
        EGRESS.with(Autoscalers.egress().metrics(cpu(50))).under(1).verdict(SCALE_UP_TRIGGERED);

    assertThat(verdict.outcome()).isEqualTo(Outcome.BROKEN);
    assertThat(verdict.sentence())
        .startsWith("1 pod free from 0:00:15 on (to scale up at 1 free or fewer)")
        .contains("the HPA does not look at livekit_egress_available");
  }

  @Test
  void theDocumentedGaugeCanNotAskForMore() {
    PromiseVerdict verdict = EGRESS.under(1).verdict(SCALE_UP_TRIGGERED);

    assertThat(verdict.outcome()).isEqualTo(Outcome.CAN_NOT_BE_KEPT);
    assertThat(verdict.sentence()).startsWith("1 pod free from 0:00:15 on").contains("falls");
    assertThat(verdict.evidence()).isNotNull();
  }

  @Test
  void thatIsToldEvenIfTheRunDidNotShowIt() {
    PromiseVerdict verdict = EGRESS.under(0).verdict(SCALE_UP_TRIGGERED);

    assertThat(verdict.outcome()).isEqualTo(Outcome.CAN_NOT_BE_KEPT);
    assertThat(verdict.sentence()).startsWith("livekit_egress_available can't make the HPA");
    assertThat(verdict.evidence()).isNull();
  }

  @Test
  void aGaugeThatAskedOnlyAtTheMaximumIsNotSaidToHaveBeenNeedless() {
    Trial full = EGRESS.with(Autoscalers.egress().replicas(2, 2)).under(1);

    assertThat(full.verdict(SCALE_UP_TRIGGERED).sentence())
        .startsWith("livekit_egress_available can't make the HPA")
        .endsWith("passed only while the maximum was reached.");
  }

  @Test
  void headroomAsksForMore() {
    Trial headroom = Trial.of("livekit-egress", Encoding.HEADROOM).under(1);

    assertThat(headroom.verdict(SCALE_UP_TRIGGERED).outcome()).isEqualTo(Outcome.KEPT);
  }

  @Test
  void aQuietRunTestsNothing() {
    assertThat(AGENT.under(2).verdict(SCALE_UP_TRIGGERED).outcome()).isEqualTo(Outcome.NOT_TESTED);
  }

  @Test
  void aSlowRampTurnsNobodyAway() {
    PromiseVerdict verdict = AGENT.verdict(CAPACITY_IN_TIME);

    assertThat(verdict.outcome()).isEqualTo(Outcome.KEPT);
    assertThat(verdict.notes()).anyMatch(note -> note.contains("cpu was at its scale-up"));
  }

  @Test
  void aStepIsFasterThanAnyPodCanStart() {
    PromiseVerdict verdict = AGENT.under(LoadKind.STEP).verdict(CAPACITY_IN_TIME);

    assertThat(verdict.outcome()).isEqualTo(Outcome.CAN_NOT_BE_KEPT);
    assertThat(verdict.sentence())
        .contains("sessions found no room on 2 ready pods")
        .contains("the load rose by 92 sessions within the 165 s that a new pod needs");
    assertThat(verdict.notes())
        .anyMatch(note -> note.contains("1 pod had not started yet, and it takes 10 in all"))
        .anyMatch(
            note -> note.contains("pods had not started yet; the load rose more than 165 s ago"));
  }

  @Test
  void anAuthorsLowMaximumBreaksIt() {
    PromiseVerdict verdict = AGENT.with(AGENT_HPA.replicas(2, 3)).verdict(CAPACITY_IN_TIME);

    assertThat(verdict.outcome()).isEqualTo(Outcome.BROKEN);
    assertThat(verdict.sentence())
        .contains("the HPA's maximum of 3 pods was reached; the policy's is 20");
  }

  @Test
  void thePolicysMaximumIsAReason() {
    PromiseVerdict verdict = AGENT.under(1000).verdict(CAPACITY_IN_TIME);

    assertThat(verdict.outcome()).isEqualTo(Outcome.CAN_NOT_BE_KEPT);
    assertThat(String.join(" ", verdict.notes()) + verdict.sentence())
        .contains("the maximum of 20 pods was reached");
  }

  @Test
  void anAutoscalerThatDoesNotAskBreaksIt() {
    PromiseVerdict verdict = AGENT.with(AGENT_HPA.metrics(cpu(90))).verdict(CAPACITY_IN_TIME);

    assertThat(verdict.outcome()).isEqualTo(Outcome.BROKEN);
    assertThat(verdict.sentence()).contains("and no more pods were asked for");
  }

  @Test
  void aRateThatIsTooSlowBreaksIt() {
    AutoscalerBuilder slow = AGENT_HPA.upPolicies(new RatePolicy("Pods", 1, 300));

    assertThat(AGENT.with(slow).verdict(SCALE_UP_TRIGGERED).outcome()).isEqualTo(Outcome.BROKEN);
    assertThat(AGENT.with(slow).verdict(CAPACITY_IN_TIME).outcome()).isEqualTo(Outcome.BROKEN);
  }

  @Test
  void ratesThatLetTooFewThroughBreakCapacityThoughMoreArriveAllTheTime() {
    PromiseVerdict verdict =
        AGENT
            .with(AGENT_HPA.upPolicies(new RatePolicy("Pods", 1, 15)))
            .under(LoadKind.STEP)
            .verdict(CAPACITY_IN_TIME);

    assertThat(verdict.outcome()).isEqualTo(Outcome.BROKEN);
    assertThat(verdict.sentence())
        .containsPattern("its metrics asked for \\d+ pods, and the HPA's own scale-up rates let");
  }

  @Test
  void aWindowThatTheStrategyForbidsBreaksCapacity() {
    PromiseVerdict verdict =
        AGENT.with(AGENT_HPA.upWindow(600)).under(LoadKind.STEP).verdict(CAPACITY_IN_TIME);

    assertThat(verdict.outcome()).isEqualTo(Outcome.BROKEN);
  }

  @Test
  void aMaximumThatWouldDoIsNoReasonWhilePodsStart() {
    PromiseVerdict verdict =
        AGENT
            .with(AGENT_HPA.replicas(2, 12).upTolerance("0"))
            .under(seed -> time -> time < TimeUnit.MINUTES.toNanos(30) ? 8 : 100)
            .verdict(CAPACITY_IN_TIME);

    assertThat(verdict.outcome()).isEqualTo(Outcome.CAN_NOT_BE_KEPT);
    assertThat(told(verdict)).contains("pods had not started yet").doesNotContain("maximum of 12");
  }

  @Test
  void aRiseThatTheRunStartsWithIsSeen() {
    PromiseVerdict verdict =
        AGENT
            .under(seed -> time -> time == 0 ? 8 : 100)
            .verdict(CAPACITY_IN_TIME, Duration.ofSeconds(15));

    assertThat(verdict.sentence()).contains("the load rose by 92 sessions within the 165 s");
  }

  @Test
  void aLoadThatWasAsHighFromTheStartDidNotRise() {
    PromiseVerdict verdict = AGENT.under(1000).verdict(CAPACITY_IN_TIME);

    assertThat(told(verdict)).doesNotContain("the load rose");
  }

  @Test
  void lostSamplesAreAReasonThatNobodyAskedForMore() {
    WorkloadModel blind = AGENT.workload().measured(new Measuring(Duration.ofSeconds(15), 1, 0));

    assertThat(AGENT.with(blind).under(LoadKind.STEP).verdict(CAPACITY_IN_TIME).sentence())
        .contains("all samples of cpu were lost, so that the HPA could not see");
    assertThat(AGENT.with(blind).under(LoadKind.STEP).verdict(SCALE_UP_TRIGGERED).sentence())
        .isEqualTo("Nobody could tell about cpu: all its samples were lost.");
  }

  @Test
  void theGaugeStaysTheReasonAfterAnotherMetricAsked() {
    String told = told(EGRESS.under(LoadKind.SPIKE).verdict(CAPACITY_IN_TIME));

    assertThat(told).contains("falls as the load rises");
    assertThat(told).doesNotContain("At 0:30:15");
  }

  @Test
  void aThresholdThatIsPassedOnlyAtTheMaximumIsToldSo() {
    assertThat(
            AGENT.with(AGENT_HPA.replicas(2, 2)).under(20).verdict(SCALE_UP_TRIGGERED).sentence())
        .isEqualTo("The threshold of cpu was passed only while the maximum was reached.");
  }

  @Test
  void aThresholdThatIsReachedButNotPassedIsToldSo() {
    WorkloadModel even =
        AGENT
            .workload()
            .measured(new Measuring(Duration.ofSeconds(15), 0, 0))
            .using(new ResourceUsage(50.5, 0, 1000), AGENT.workload().memory());

    assertThat(
            AGENT
                .with(AGENT_HPA.metrics(cpu(60)))
                .with(even)
                .under(5)
                .verdict(SCALE_UP_TRIGGERED)
                .sentence())
        .isEqualTo("cpu was at its threshold, but never a point past it.");
  }

  private static String told(PromiseVerdict verdict) {
    return verdict.sentence() + " " + String.join(" ", verdict.notes());
  }

  @Test
  void scaleUpThatIsDisabledIsCalledDisabled() {
    Trial disabled = AGENT.with(AGENT_HPA.upTolerance("0").upSelect("Disabled"));

    assertThat(disabled.verdict(SCALE_UP_TRIGGERED).sentence())
        .endsWith("behavior.scaleUp is disabled.");
    assertThat(disabled.verdict(CAPACITY_IN_TIME).outcome()).isEqualTo(Outcome.BROKEN);
    assertThat(disabled.verdict(CAPACITY_IN_TIME).sentence())
        .endsWith("behavior.scaleUp is disabled.");
  }

  @Test
  void anOwnWindowIsNamedThatHoldsScaleUpBack() {
    assertThat(AGENT.with(AGENT_HPA.upWindow(900)).verdict(SCALE_UP_TRIGGERED).sentence())
        .contains("the HPA's own scale-up window of 900 s holds it back.");
  }

  @Test
  void ownRatesAreNamedThatHoldScaleUpBack() {
    AutoscalerBuilder slow = AGENT_HPA.upPolicies(new RatePolicy("Pods", 1, 300));

    assertThat(AGENT.with(slow).verdict(SCALE_UP_TRIGGERED).sentence())
        .contains("the HPA's own scale-up rates hold it back.");
  }

  @Test
  void aTargetAboveTheStrategysIsNamedWithoutAToleranceThatIsNone() {
    AutoscalerBuilder high = AGENT_HPA.upTolerance("0").metrics(cpu(70));

    assertThat(AGENT.with(high).verdict(SCALE_UP_TRIGGERED).sentence())
        .contains("the HPA's target of 70 % lets it act only later; the strategy has 50 %.");
  }

  @Test
  void aToleranceIsNamedWithoutATargetThatIsTheStrategys() {
    assertThat(AGENT.with(AGENT_HPA.upTolerance("0.3")).verdict(SCALE_UP_TRIGGERED).sentence())
        .contains("the HPA's scale-up tolerance of 0.30 lets it act only later.");
  }

  @Test
  void aHeadroomMetricWithAnotherTargetIsHeldByIt() {
    Trial headroom = Trial.of("livekit-egress", Encoding.HEADROOM).under(1);
    AutoscalerBuilder egress = Autoscalers.egress().upTolerance("0");

    assertThat(
            headroom
                .with(egress.metrics(external("livekit_egress_needed", "2")))
                .verdict(SCALE_UP_TRIGGERED)
                .sentence())
        .contains("target of averageValue 2 for livekit_egress_needed lets it act only later");
    assertThat(
            headroom
                .with(egress.metrics(externalValue("livekit_egress_needed", "5")))
                .verdict(SCALE_UP_TRIGGERED)
                .sentence())
        .contains("target of value 5 for livekit_egress_needed lets it act only later");
  }

  @Test
  void anAmountOfCpuIsNotTakenForNoLookAtIt() {
    AutoscalerBuilder amount = AGENT_HPA.metrics(resourceAverage("cpu", "100"));

    assertThat(AGENT.with(amount).verdict(SCALE_UP_TRIGGERED).sentence())
        .contains("for cpu is an amount, and the strategy states it in per cent of requests");
  }

  @Test
  void aMetricThatNobodyServesDoesNotHinderScaleUp() {
    Trial sip = Trial.of("sip", Encoding.DOCUMENTED);
    Trial placeholder = sip.with(Autoscalers.sip().metrics(cpu(50), pods("custom_metric", "5")));

    PromiseVerdict verdict = placeholder.verdict(SCALE_UP_TRIGGERED);

    assertThat(verdict.outcome()).isEqualTo(Outcome.KEPT);
    assertThat(verdict.notes()).anyMatch(note -> note.contains("custom_metric is a placeholder"));
  }
}
