package dev.hpasteward.experiment;

import dev.hpasteward.model.Direction;
import dev.hpasteward.model.ScalingRules;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Stabilization windows around those of an HPA. */
final class SettingWindows {

  private static final int LONGEST = 3600;
  private static final int MINUTE = 60;

  private SettingWindows() {}

  /** The HPA's own first. */
  static Stream<Candidate> around(Candidate candidate) {
    return IntStream.of(of(candidate, Direction.UP), 0, MINUTE)
        .distinct()
        .mapToObj(seconds -> changed(candidate, Direction.UP, seconds))
        .flatMap(SettingWindows::downwards);
  }

  private static Stream<Candidate> downwards(Candidate candidate) {
    int own = of(candidate, Direction.DOWN);
    return IntStream.of(own, own / 2, Math.min(LONGEST, own * 2))
        .distinct()
        .mapToObj(seconds -> changed(candidate, Direction.DOWN, seconds));
  }

  /** What holds in this direction, in seconds. */
  static int of(Candidate candidate, Direction direction) {
    int absent =
        direction == Direction.UP
            ? 0
            : (int) TimeUnit.NANOSECONDS.toSeconds(candidate.flags().downscaleStabilization());
    return Behaviors.rules(candidate, direction).stabilizationWindowSeconds().orElse(absent);
  }

  private static Candidate changed(Candidate candidate, Direction direction, int seconds) {
    if (seconds == of(candidate, direction)) {
      return candidate;
    }
    ScalingRules rules = Behaviors.rules(candidate, direction);
    return Behaviors.with(
        candidate,
        direction,
        new ScalingRules(
            OptionalInt.of(seconds), rules.selectPolicy(), rules.policies(), rules.tolerance()));
  }
}
