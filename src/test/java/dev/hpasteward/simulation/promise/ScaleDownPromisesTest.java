package dev.hpasteward.simulation.promise;

import static dev.hpasteward.model.Metrics.cpu;
import static dev.hpasteward.model.Metrics.external;
import static dev.hpasteward.model.Metrics.memory;
import static dev.hpasteward.model.Metrics.pods;
import static dev.hpasteward.model.Metrics.resourceAverage;
import static dev.hpasteward.simulation.promise.Promise.SCALE_DOWN_HAPPENS;
import static dev.hpasteward.simulation.promise.Promise.SCALE_DOWN_ONLY_WHEN_ALL_MET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.model.AutoscalerBuilder;
import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.policy.Encoding;
import dev.hpasteward.simulation.load.Levels;
import dev.hpasteward.simulation.load.StepLoad;
import dev.hpasteward.simulation.workload.Measuring;
import dev.hpasteward.simulation.workload.ResourceUsage;
import dev.hpasteward.simulation.workload.WorkloadModel;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Runs that keep or break the promises of scaling down. */
class ScaleDownPromisesTest {

  private static final Trial SIP = Trial.of("sip", Encoding.DOCUMENTED);
  private static final Trial EGRESS = Trial.of("livekit-egress", Encoding.DOCUMENTED);
  private static final Trial HEADROOM = Trial.of("livekit-egress", Encoding.HEADROOM);
  private static final AutoscalerBuilder SIP_HPA = Autoscalers.sip();

  @Test
  void theGeneratedAutoscalerWaitsUntilAllConditionsAreMet() {
    PromiseVerdict verdict = SIP.verdict(SCALE_DOWN_ONLY_WHEN_ALL_MET);

    assertThat(verdict.outcome()).isEqualTo(Outcome.KEPT);
    assertThat(verdict.sentence()).matches("All .* met at each of \\d+ scale-downs\\.");
  }

  @Test
  void theControllersOwnToleranceScalesDownTooSoon() {
    PromiseVerdict verdict =
        SIP.with(SIP_HPA.withoutBehavior().upTolerance("0")).verdict(SCALE_DOWN_ONLY_WHEN_ALL_MET);
    PromiseVerdict.Evidence evidence = Objects.requireNonNull(verdict.evidence());

    assertThat(verdict.outcome()).isEqualTo(Outcome.BROKEN);
    assertThat(verdict.sentence())
        .contains("cpu at ", "to scale down at 30 % or less", "its scale-down tolerance of 0.10");
    assertThat(evidence.value()).isBetween(31.0, 45.0);
    assertThat(evidence.threshold()).contains(30.0);
  }

  @Test
  void anAutoscalerThatDoesNotLookAtMemoryForgetsIt() {
    WorkloadModel model = SIP.workload();
    WorkloadModel full =
        new WorkloadModel(
            model.name(),
            model.sessionsPerPod(),
            model.meanSession(),
            model.cpu(),
            new ResourceUsage(50, 0.1, 1000),
            model.start(),
            model.gracePeriod(),
            model.measuring());

    PromiseVerdict verdict =
        SIP.with(full).with(SIP_HPA.metrics(cpu(50))).verdict(SCALE_DOWN_ONLY_WHEN_ALL_MET);

    assertThat(verdict.outcome()).isEqualTo(Outcome.BROKEN);
    assertThat(verdict.sentence()).contains("memory at 5", "does not look at memory");
  }

  @Test
  void agentsHaveNoNumber() {
    Trial agent = Trial.of("agent", Encoding.DOCUMENTED);

    for (Promise promise : new Promise[] {SCALE_DOWN_ONLY_WHEN_ALL_MET, SCALE_DOWN_HAPPENS}) {
      PromiseVerdict verdict = agent.verdict(promise);
      assertThat(verdict.outcome()).isEqualTo(Outcome.NOT_TESTED);
      assertThat(verdict.sentence()).isEqualTo("The strategy gives no number for scale-down here.");
    }
  }

  @Test
  void theGeneratedAutoscalerTakesPodsAway() {
    assertThat(SIP.verdict(SCALE_DOWN_HAPPENS).outcome()).isEqualTo(Outcome.KEPT);
  }

  @Test
  void theDocumentedGaugeHoldsAnIdleFleet() {
    assertCanNot(EGRESS, "livekit_egress_available held them");
  }

  @Test
  void headroomHoldsASmallFleetForTheSharedTolerance() {
    assertCanNot(HEADROOM, "livekit_egress_needed keeps them", "one scale-down tolerance for all");
  }

  @Test
  void memoryIsHeldByTheToleranceThatCpuNeeds() {
    WorkloadModel model = SIP.workload();
    WorkloadModel heavy =
        new WorkloadModel(
            model.name(),
            model.sessionsPerPod(),
            model.meanSession(),
            model.cpu(),
            new ResourceUsage(42, 0.1, 1_000_000),
            model.start(),
            model.gracePeriod(),
            model.measuring());

    assertCanNot(
        SIP.with(heavy), "with memory at 4", "the HPA keeps them", "another one needs 0.39");
  }

  @Test
  void aMetricThatNobodyServesHoldsThePodsForEver() {
    assertCanNot(
        SIP.with(SIP_HPA.metrics(cpu(50), memory(65), pods("custom_metric", "5"))),
        "a metric fails",
        "unable to get metric custom_metric");
  }

  @Test
  void lostSamplesHoldThePods() {
    Measuring lossy = new Measuring(Duration.ofSeconds(15), 0.1, 0);

    assertCanNot(SIP.with(SIP.workload().measured(lossy)), "were lost", "takes such pods for busy");
  }

  @Test
  void scaleDownThatIsDisabledBreaksIt() {
    assertBroken(SIP.with(SIP_HPA.downSelect("Disabled")), "behavior.scaleDown is disabled");
  }

  @Test
  void aToleranceThatNobodyNeedsBreaksIt() {
    assertBroken(
        SIP.with(SIP_HPA.downTolerance("0.9")), "its tolerance is larger than the strategy needs");
  }

  @Test
  void aTargetThatIsTooLowBreaksIt() {
    assertBroken(
        HEADROOM
            .with(
                Autoscalers.egress()
                    .metrics(cpu(50), memory(12), external("livekit_egress_needed", "1")))
            .under(new StepLoad(new Levels(0, 8), 0, TimeUnit.MINUTES.toNanos(30))),
        "since its target is 12 %; the strategy has 65 %");
  }

  @Test
  void anAmountIsToldToBeStatedInPerCentByTheStrategy() {
    assertBroken(
        SIP.with(SIP_HPA.metrics(resourceAverage("cpu", "10m"), memory(65))),
        "cpu held them: the HPA's target for cpu is an amount",
        "the strategy states it in per cent of requests");
  }

  private static void assertBroken(Trial trial, String... why) {
    PromiseVerdict verdict = trial.verdict(SCALE_DOWN_HAPPENS);

    assertThat(verdict.outcome()).isEqualTo(Outcome.BROKEN);
    assertThat(verdict.sentence()).contains("all documented conditions were met").contains(why);
    assertThat(verdict.evidence()).isNotNull();
  }

  private static void assertCanNot(Trial trial, String... why) {
    PromiseVerdict verdict = trial.verdict(SCALE_DOWN_HAPPENS);

    assertThat(verdict.outcome()).isEqualTo(Outcome.CAN_NOT_BE_KEPT);
    assertThat(verdict.sentence()).contains(why);
    assertThat(verdict.evidence()).isNotNull();
  }
}
