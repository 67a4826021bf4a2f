package dev.hpasteward.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.model.Edit;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.Rival;
import dev.hpasteward.model.Workload;
import dev.hpasteward.model.Workloads;
import dev.hpasteward.policy.ReplicasOnUpdate;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.policy.StrategyPolicy;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveReplicasTest {

  private static final ScalingPolicy POLICY = StrategyPolicy.policy();
  private static final List<Rival> SCALED = List.of(new Rival.OfScaledObject("keda"));

  private static Workload deployment(@Nullable Integer replicas, boolean declared) {
    Workload plain = Workloads.of("sfu");
    return new Workload(
        plain.metadata(),
        replicas == null ? OptionalInt.empty() : OptionalInt.of(replicas),
        declared,
        plain.template());
  }

  @ParameterizedTest(name = "{0} (declared {1}) to {2} (declared {3}): {4}")
  @CsvSource(
      nullValues = "-",
      value = {
        "10, true, 3, true, 10",
        "10, false, 3, true, 10",
        "10, true, 1, false, 10",
        "10, true, -, false, 10",
        "10, false, 3, false, -",
        "3, true, 3, true, -",
        "-, false, 3, true, 1",
        "-, false, 1, true, -",
        "2, true, 5, true, 2",
        "10, true, 0, true, -",
        "0, true, 3, true, -",
        "0, true, 0, true, -"
      })
  void theLiveCountStaysUnlessItOrTheNewOneIsNone(
      @Nullable Integer before,
      boolean declaredBefore,
      @Nullable Integer after,
      boolean declared,
      @Nullable Integer kept) {
    assertThat(
            LiveReplicas.edits(
                deployment(after, declared),
                Optional.of(deployment(before, declaredBefore)),
                SCALED,
                POLICY))
        .isEqualTo(
            kept == null ? List.of() : List.of(new Edit(FieldPath.of("spec.replicas"), kept)));
  }

  @Test
  void whatNothingScalesIsLeftAlone() {
    assertThat(
            LiveReplicas.edits(
                deployment(3, true), Optional.of(deployment(10, true)), List.of(), POLICY))
        .isEmpty();
  }

  @Test
  void aNewOneHasNoLiveCount() {
    assertThat(LiveReplicas.edits(deployment(3, true), Optional.empty(), SCALED, POLICY)).isEmpty();
    assertThat(
            LiveReplicas.edits(
                deployment(3, true), Optional.of(Autoscalers.sfu().build()), SCALED, POLICY))
        .isEmpty();
  }

  @Test
  void aPolicyThatOnlyWarnsKeepsNothing() {
    ScalingPolicy warns =
        new ScalingPolicy(
            POLICY.name(),
            POLICY.version(),
            POLICY.serviceTypes(),
            POLICY.corrections(),
            POLICY.controller(),
            POLICY.actions(),
            POLICY.modes(),
            POLICY.exemptions(),
            ReplicasOnUpdate.WARN,
            POLICY.generation());

    assertThat(
            LiveReplicas.edits(
                deployment(3, true), Optional.of(deployment(10, true)), SCALED, warns))
        .isEmpty();
  }
}
