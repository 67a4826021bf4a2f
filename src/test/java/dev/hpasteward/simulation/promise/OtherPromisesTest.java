package dev.hpasteward.simulation.promise;

import static dev.hpasteward.simulation.promise.Promise.BOUNDS_KEPT;
import static dev.hpasteward.simulation.promise.Promise.NO_FLAPPING;
import static dev.hpasteward.simulation.promise.Promise.NO_SESSION_CUT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.model.RatePolicy;
import dev.hpasteward.policy.Encoding;
import dev.hpasteward.policy.Replicas;
import dev.hpasteward.policy.ServiceTypePolicy;
import dev.hpasteward.simulation.load.LoadKind;
import dev.hpasteward.simulation.workload.Measuring;
import dev.hpasteward.simulation.workload.WorkloadModel;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Runs that keep or break the promises that are not about thresholds. */
class OtherPromisesTest {

  private static final Trial AGENT = Trial.of("agent", Encoding.DOCUMENTED);

  /** Follows each sample at once, and samples are far off. */
  private static final Trial HASTY =
      AGENT
          .with(AGENT.workload().measured(new Measuring(Duration.ZERO, 0, 0.4)))
          .with(
              Autoscalers.agent()
                  .upWindow(0)
                  .downWindow(0)
                  .downTolerance("0")
                  .downPolicies(new RatePolicy("Percent", 100, 15)));

  @Test
  void theGeneratedAutoscalerTurnsWithTheLoad() {
    PromiseVerdict verdict = AGENT.verdict(NO_FLAPPING);

    assertThat(verdict.outcome()).isEqualTo(Outcome.KEPT);
    assertThat(verdict.sentence())
        .isEqualTo("The number of pods turned round 1 time, the load 1 time.");
  }

  @Test
  void withoutWindowsNoiseMakesItFlap() {
    WorkloadModel noisy = AGENT.workload().measured(new Measuring(Duration.ZERO, 0, 0.4));

    PromiseVerdict verdict =
        AGENT
            .with(noisy)
            .with(
                Autoscalers.agent()
                    .upWindow(0)
                    .downWindow(0)
                    .downTolerance("0")
                    .downPolicies(new RatePolicy("Percent", 100, 15)))
            .under(30)
            .verdict(NO_FLAPPING);

    assertThat(verdict.outcome()).isEqualTo(Outcome.BROKEN);
    assertThat(verdict.sentence())
        .contains("and the load 0 times in it and the ", "; 2 more are allowed");
    assertThat(verdict.evidence()).isNotNull();
  }

  @Test
  void aFleetThatNeverChangesPutsNothingToTheTest() {
    PromiseVerdict verdict = AGENT.under(2).verdict(NO_FLAPPING);

    assertThat(verdict.outcome()).isEqualTo(Outcome.NOT_TESTED);
    assertThat(verdict.sentence()).isEqualTo("The number of pods never changed.");
  }

  @Test
  void theLoadsOwnNoiseDoesNotExcuseFlapping() {
    Trial hasty = HASTY.under(LoadKind.NOISE);

    assertThat(hasty.verdict(NO_FLAPPING).outcome()).isEqualTo(Outcome.BROKEN);
  }

  /** An average since the start would take the quiet time for an excuse. */
  @Test
  void quietDaysDoNotExcuseAnHourOfFlapping() {
    long quiet = TimeUnit.DAYS.toNanos(4);
    Trial trial = HASTY.under(seed -> time -> time < quiet ? 1 : 30);

    assertThat(trial.verdict(NO_FLAPPING, Duration.ofDays(4)).outcome())
        .isNotEqualTo(Outcome.BROKEN);
    assertThat(trial.verdict(NO_FLAPPING, Duration.ofHours(97)).outcome())
        .isEqualTo(Outcome.BROKEN);
  }

  @Test
  void sessionsThatHadTheFullGracePeriodAreAFigure() {
    PromiseVerdict verdict = AGENT.verdict(NO_SESSION_CUT);

    assertThat(verdict.outcome()).isEqualTo(Outcome.KEPT);
    assertThat(verdict.notes())
        .singleElement()
        .asString()
        .matches("\\d+ sessions? cut in all, after 600 s of grace\\.");
  }

  @Test
  void aShortGracePeriodCutsSessions() {
    PromiseVerdict verdict =
        AGENT.with(AGENT.workload().ending(Duration.ofSeconds(30))).verdict(NO_SESSION_CUT);

    assertThat(verdict.outcome()).isEqualTo(Outcome.BROKEN);
    assertThat(verdict.sentence()).contains("after 30 s of grace; the strategy gives pods 600 s");
  }

  @Test
  void withoutScaleDownNothingIsTested() {
    assertThat(AGENT.under(2).verdict(NO_SESSION_CUT).outcome()).isEqualTo(Outcome.NOT_TESTED);
  }

  @Test
  void boundsAreKept() {
    PromiseVerdict verdict = AGENT.verdict(BOUNDS_KEPT);

    assertThat(verdict.outcome()).isEqualTo(Outcome.KEPT);
    assertThat(verdict.sentence()).isEqualTo("There always were 2 to 20 pods.");
  }

  @Test
  void aCeilingOfTheStrategyIsABound() {
    PromiseVerdict verdict =
        AGENT.with(bounded(AGENT.type(), OptionalInt.of(5))).verdict(BOUNDS_KEPT);

    assertThat(verdict.outcome()).isEqualTo(Outcome.BROKEN);
    assertThat(verdict.sentence()).contains("6 pods were wanted; the policy's ceiling is 5");
  }

  @Test
  void anAuthorsOwnBoundsMayLieOutsideOfThoseThatAreInjected() {
    PromiseVerdict verdict = AGENT.with(Autoscalers.agent().replicas(25, 30)).verdict(BOUNDS_KEPT);

    assertThat(verdict.outcome()).isEqualTo(Outcome.KEPT);
    assertThat(verdict.sentence()).isEqualTo("There always were 25 to 30 pods.");
  }

  @Test
  void aCeilingBelowTheAutoscalersMinimumIsNamedByItself() {
    PromiseVerdict verdict =
        AGENT
            .with(bounded(AGENT.type(), OptionalInt.of(22)))
            .with(Autoscalers.agent().replicas(25, 30))
            .verdict(BOUNDS_KEPT);

    assertThat(verdict.outcome()).isEqualTo(Outcome.BROKEN);
    assertThat(verdict.sentence()).contains("25 pods were wanted; the policy's ceiling is 22");
  }

  private static ServiceTypePolicy bounded(ServiceTypePolicy type, OptionalInt ceiling) {
    return new ServiceTypePolicy(
        type.name(),
        type.selector(),
        type.resources(),
        type.capacityMetrics(),
        type.windows(),
        type.scaleDownRate(),
        new Replicas(2, 20, OptionalInt.empty(), ceiling),
        type.scrape(),
        type.gracePeriodAtLeast());
  }
}
