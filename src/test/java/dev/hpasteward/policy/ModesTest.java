package dev.hpasteward.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ModesTest {

  private static Modes.Selected labelled(String value, Mode mode) {
    return new Modes.Selected(new LabelSelector(Map.of("mode", value), List.of()), mode);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(Mode.class)
  void anUnknownNamespaceTakesTheDefaultEvenWhereASelectorMatchesEverything(Mode otherwise) {
    Modes modes =
        new Modes(List.of(new Modes.Selected(LabelSelector.EVERYTHING, Mode.AUDIT)), otherwise);

    assertThat(modes.of(Optional.empty())).isEqualTo(otherwise);
    assertThat(modes.of(Optional.of(Map.of()))).isEqualTo(Mode.AUDIT);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"a, WARN", "b, OFF", "c, ENFORCE"})
  void theFirstSelectorThatMatchesHolds(String value, Mode mode) {
    Modes modes =
        new Modes(
            List.of(labelled("a", Mode.WARN), labelled("b", Mode.OFF), labelled("a", Mode.AUDIT)),
            Mode.ENFORCE);

    assertThat(modes.of(Optional.of(Map.of("mode", value)))).isEqualTo(mode);
  }

  @ParameterizedTest(name = "{0} in {1}: {2}")
  @CsvSource(
      nullValues = "-",
      value = {
        "DENY, ENFORCE, DENY",
        "WARN, ENFORCE, WARN",
        "AUDIT, ENFORCE, AUDIT",
        "DENY, WARN, WARN",
        "WARN, WARN, WARN",
        "AUDIT, WARN, AUDIT",
        "DENY, AUDIT, AUDIT",
        "WARN, AUDIT, AUDIT",
        "AUDIT, AUDIT, AUDIT",
        "DENY, OFF, -",
        "WARN, OFF, -",
        "AUDIT, OFF, -"
      })
  void theWeakerOfActionAndModeHolds(Action action, Mode mode, @Nullable Action limited) {
    assertThat(mode.limit(action)).isEqualTo(Optional.ofNullable(limited));
  }
}
