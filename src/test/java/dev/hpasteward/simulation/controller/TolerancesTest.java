package dev.hpasteward.simulation.controller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.model.Quantities;
import dev.hpasteward.model.ScalingRules;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Borders of tolerances, which are inside but computed in doubles. */
class TolerancesTest {

  TolerancesTest() {}

  private static ScalingRules rules(String tolerance) {
    return new ScalingRules(
        OptionalInt.of(0), Optional.of("Max"), List.of(), Optional.of(Quantities.of(tolerance)));
  }

  @ParameterizedTest(name = "{0} % of {1} % with {2} up and {3} down: {4}")
  @CsvSource({
    "55, 50, 100m, 100m, true",
    "56, 50, 100m, 100m, false",
    "45, 50, 100m, 100m, true",
    "44, 50, 100m, 100m, false",
    "29, 50, 100m, 420m, false",
    "68, 50, 360m, 100m, false",
    "67, 50, 360m, 100m, true",
    "51, 50, 0, 0, false",
    "50, 50, 0, 0, true"
  })
  void theBordersAreThoseOfTheOriginal(
      int usage, int target, String up, String down, boolean allowed) {
    Tolerances tolerances =
        Tolerances.inForce(ControllerFlags.KUBERNETES, new Behavior(rules(up), rules(down)));

    assertThat(tolerances.allow((double) usage / target)).isEqualTo(allowed);
  }

  @Test
  void withoutTheFeatureGateTheFlagCounts() {
    ControllerFlags flags = new ControllerFlags(0, 0.2, 0, 0, false, false);

    assertThat(Tolerances.inForce(flags, new Behavior(rules("0"), rules("500m"))))
        .isEqualTo(new Tolerances(0.2, 0.2));
    assertThat(Tolerances.inForce(ControllerFlags.KUBERNETES, null))
        .isEqualTo(new Tolerances(0.1, 0.1));
  }
}
