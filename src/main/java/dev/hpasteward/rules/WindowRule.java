package dev.hpasteward.rules;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Direction;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.policy.Windows;
import java.util.Set;
import java.util.function.Consumer;

/**
 * {@code scale-up-window}, {@code scale-down-window}, {@code window-order}: short for scale-up,
 * long for scale-down, judged by the values that really hold.
 */
final class WindowRule implements Rule<Autoscaler> {

  private static final String FIELD = "stabilizationWindowSeconds";

  @Override
  public Set<RuleId> ids() {
    return Set.of(RuleId.SCALE_UP_WINDOW, RuleId.SCALE_DOWN_WINDOW, RuleId.WINDOW_ORDER);
  }

  @Override
  public void check(Inspection<Autoscaler> inspection, Consumer<Violation> report) {
    Autoscaler autoscaler = inspection.subject();
    Windows windows = inspection.type().windows();
    int up = EffectiveBehavior.window(autoscaler, Direction.UP, inspection.controller());
    int down = EffectiveBehavior.window(autoscaler, Direction.DOWN, inspection.controller());
    int rightDown = down < windows.scaleDown().atLeast() ? windows.scaleDown().inject() : down;
    int rightUp = Math.min(windows.scaleUp().inject(), rightDown);
    FieldPath upPath = Direction.UP.path().field(FIELD);
    FieldPath downPath = Direction.DOWN.path().field(FIELD);

    if (up > windows.scaleUp().atMost()) {
      report.accept(
          Violation.of(
                  RuleId.SCALE_UP_WINDOW,
                  upPath,
                  Integer.toString(up),
                  "at most " + windows.scaleUp().atMost(),
                  "set it to " + rightUp)
              .distance(up - windows.scaleUp().atMost())
              .correctedBy(rightUp));
    }
    if (down < windows.scaleDown().atLeast()) {
      report.accept(
          Violation.of(
                  RuleId.SCALE_DOWN_WINDOW,
                  downPath,
                  found(autoscaler, down),
                  "at least " + windows.scaleDown().atLeast(),
                  "set it to " + windows.scaleDown().inject())
              .distance(windows.scaleDown().atLeast() - down)
              .correctedBy(windows.scaleDown().inject()));
    }
    if (up > down) {
      report.accept(
          Violation.of(
                  RuleId.WINDOW_ORDER,
                  upPath,
                  up + ", longer than the scale-down window of " + down,
                  "at most the scale-down window",
                  "set it to " + rightUp)
              .distance(up - down)
              .correctedBy(rightUp));
    }
  }

  private static String found(Autoscaler autoscaler, int down) {
    return autoscaler.scaleDown().stabilizationWindowSeconds().isPresent()
        ? Integer.toString(down)
        : "none, so the controller's " + down;
  }
}
