package dev.hpasteward.source;

import dev.hpasteward.policy.Windows;

/** Reads {@code windows}: short for scale-up, long for scale-down. */
final class WindowsReader {

  static final WholeNumber SECONDS = new WholeNumber(0, 3600, "seconds");

  /** Where the strategy gives no number, these are ours. */
  private static final Windows DEFAULT =
      new Windows(new Windows.ScaleUp(15, 60), new Windows.ScaleDown(300, 300));

  private WindowsReader() {}

  static Windows read(Section type) {
    Section windows = type.section("windows", "scaleUp", "scaleDown");
    Section scaleUp = windows.section("scaleUp", "inject", "atMost");
    Section scaleDown = windows.section("scaleDown", "inject", "atLeast");

    Setting<Integer> up = scaleUp.orDefault("inject", SECONDS, DEFAULT.scaleUp().inject());
    Setting<Integer> upAtMost = scaleUp.orDefault("atMost", SECONDS, DEFAULT.scaleUp().atMost());
    Setting<Integer> down = scaleDown.orDefault("inject", SECONDS, DEFAULT.scaleDown().inject());
    Setting<Integer> downAtLeast =
        scaleDown.orDefault("atLeast", SECONDS, DEFAULT.scaleDown().atLeast());

    new Order<>(up, upAtMost).lowerIsAtMostUpper();
    new Order<>(downAtLeast, down).upperIsAtLeastLower();
    new Order<>(up, down).lowerIsAtMostUpper();
    new Order<>(upAtMost, downAtLeast).lowerIsAtMostUpper();
    return new Windows(
        new Windows.ScaleUp(up.value(), upAtMost.value()),
        new Windows.ScaleDown(down.value(), downAtLeast.value()));
  }
}
