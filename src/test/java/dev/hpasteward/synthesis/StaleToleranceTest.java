package dev.hpasteward.synthesis;

import static dev.hpasteward.model.Metrics.cpu;
import static dev.hpasteward.model.Metrics.memory;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.model.AutoscalerBuilder;
import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.model.Direction;
import dev.hpasteward.model.Edit;
import dev.hpasteward.model.ScalingRules;
import dev.hpasteward.policy.StrategyPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With the documented targets 60 and 70 an sfu's tolerance is 0.41. */
class StaleToleranceTest {

  private static final AutoscalerBuilder STORED = Autoscalers.sfu();
  private static final AutoscalerBuilder CHANGED = STORED.metrics(cpu(50), memory(60));

  private static List<Edit> edits(AutoscalerBuilder after, AutoscalerBuilder before) {
    return StaleTolerance.edits(after.build(), before.build(), StrategyPolicy.sfu());
  }

  @Test
  void oursFollowsTheTargets() {
    assertThat(edits(CHANGED, STORED))
        .containsExactly(new Edit(Direction.DOWN.path().field("tolerance"), "0.29"));
  }

  @Test
  void itIsOursHoweverItIsWritten() {
    assertThat(edits(CHANGED.downTolerance("410m"), STORED.downTolerance("0.410"))).hasSize(1);
  }

  @Test
  void anAuthorsOwnStays() {
    assertThat(edits(CHANGED.downTolerance("0.4"), STORED)).isEmpty();
    assertThat(edits(CHANGED, STORED.downTolerance("0.4"))).isEmpty();
    assertThat(edits(CHANGED.downTolerance("0.2"), STORED.downTolerance("0.2"))).isEmpty();
  }

  @Test
  void whatGitHoldsStays() {
    assertThat(edits(CHANGED.trackedByArgoCd(), STORED)).isEmpty();
  }

  @Test
  void whatStillFitsStays() {
    assertThat(edits(STORED, STORED)).isEmpty();
    assertThat(edits(STORED.label("a", "b"), STORED)).isEmpty();
  }

  @Test
  void whatIsLeftOutIsNotStale() {
    AutoscalerBuilder without =
        new AutoscalerBuilder(
            CHANGED.metadata(),
            CHANGED.target(),
            CHANGED.min(),
            CHANGED.max(),
            CHANGED.entries(),
            CHANGED.up(),
            ScalingRules.UNSET);

    assertThat(edits(without, STORED)).isEmpty();
    assertThat(edits(CHANGED, without)).isEmpty();
  }
}
