package dev.hpasteward.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpasteward.check.KubernetesVersion;
import dev.hpasteward.policy.Encoding;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.policy.ServiceTypePolicy;
import dev.hpasteward.simulation.load.LoadKind;
import dev.hpasteward.simulation.workload.KnownWorkloads;
import dev.hpasteward.simulation.workload.WorkloadModel;
import dev.hpasteward.source.PolicySource;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepTest {

  private static final ScalingPolicy POLICY = PolicySource.embedded();
  private static final ServiceTypePolicy TYPE = POLICY.serviceType("sip").orElseThrow();
  private static final WorkloadModel WORKLOAD = KnownWorkloads.of(TYPE);
  private static final Duration LENGTH = Duration.ofMinutes(30);
  private static final Scenario SCENARIO =
      new Scenario(
          POLICY,
          TYPE,
          new ComputedLoad(LoadKind.NOISE, WORKLOAD.fitting(2, 20), LENGTH),
          3,
          LENGTH);

  SweepTest() {}

  private static Candidate own(KubernetesVersion version) {
    return new Variants(POLICY, TYPE, version, WORKLOAD).generated();
  }

  @Test
  void theOutcomeDoesNotDependOnTheNumberOfThreads() {
    Candidate own = own(KubernetesVersion.CURRENT);
    Set<Dimension> dimensions = EnumSet.of(Dimension.TARGET, Dimension.WINDOW);

    Sweep one = Sweep.of(SCENARIO, own, dimensions, 1, over -> {});

    assertThat(Sweep.of(SCENARIO, own, dimensions, 4, over -> {})).isEqualTo(one);
    assertThat(one.runs()).hasSize(45);
  }

  @Test
  void theGridHasMoreThanAThousandSettingsAndTheHpasOwnFirst() {
    Candidate own = own(KubernetesVersion.CURRENT);

    List<Candidate> grid = SweepGrid.around(own, Set.copyOf(Dimension.OF_AUTOSCALER));

    assertThat(grid).hasSizeBetween(1000, 1500).doesNotHaveDuplicates().first().isEqualTo(own);
  }

  @Test
  void aTargetThatTheRulesDenyIsNotAllowedWhateverTheWindows() {
    Sweep sweep =
        Sweep.of(SCENARIO, own(KubernetesVersion.CURRENT), Set.of(Dimension.TARGET), 2, over -> {});

    assertThat(sweep.own().allowed()).isTrue();
    assertThat(sweep.runs())
        .filteredOn(run -> run.settings().targets().startsWith("cpu 55"))
        .isNotEmpty()
        .allSatisfy(run -> assertThat(run.allowed()).isFalse());
  }

  @ParameterizedTest
  @CsvSource({"livekit-egress, 1.36", "sip, 1.36", "sfu, 1.33", "agent, 1.33"})
  void whatThePolicyAsksForIsAllowedInEachForm(String type, String version) {
    ServiceTypePolicy policy = POLICY.serviceType(type).orElseThrow();
    String[] numbers = version.split("\\.", -1);
    KubernetesVersion cluster =
        new KubernetesVersion(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
    for (Encoding form : Encoding.values()) {
      ServiceTypePolicy formed = policy.encoding(form);
      Scenario scenario = new Scenario(POLICY, formed, SCENARIO.load(), 1, LENGTH);
      Candidate generated = new Variants(POLICY, formed, cluster, WORKLOAD).generated();

      assertThat(StatedAutoscaler.isAllowed(scenario, generated)).as("%s %s", type, form).isTrue();
    }
  }

  @Test
  void ratesOfBothDirectionsAreVaried() {
    List<Settings> settings =
        SweepGrid.around(own(KubernetesVersion.CURRENT), Set.of(Dimension.RATE)).stream()
            .map(Settings::of)
            .toList();

    assertThat(settings)
        .extracting(Settings::upRate)
        .contains("4 pods/15 s or 100 %/15 s", "4 pods/30 s or 100 %/30 s");
    assertThat(settings)
        .extracting(Settings::downRate)
        .contains("1 pod/60 s or 10 %/60 s", "1 pod/120 s or 10 %/120 s", "100 %/15 s");
  }

  @Test
  void delaysOfPodsNodesAndSamplesAreVaried() {
    List<Settings> settings =
        SweepGrid.around(own(KubernetesVersion.CURRENT), Set.of(Dimension.DELAY)).stream()
            .map(Settings::of)
            .toList();

    assertThat(settings).extracting(Settings::podStart).contains(20L, 10L, 40L);
    assertThat(settings).extracting(Settings::nodeDelay).contains(90L, 45L, 180L);
    assertThat(settings).extracting(Settings::metricLag).containsOnly(15L, 5L, 30L);
  }

  @Test
  void whereAClusterDropsTolerancesNoneAreVaried() {
    Candidate own = own(new KubernetesVersion(1, 33));

    assertThat(SweepGrid.around(own, Set.of(Dimension.TOLERANCE))).containsExactly(own);
  }

  @Test
  void theFirstRunThatFailsEndsTheSweep() {
    assertThatThrownBy(
            () ->
                ParallelRuns.of(
                    List.of(1, 2),
                    number -> {
                      throw new IllegalArgumentException("number " + number);
                    },
                    2,
                    over -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("number 1");
  }
}
