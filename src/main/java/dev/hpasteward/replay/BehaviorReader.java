package dev.hpasteward.replay;

import dev.hpasteward.model.RatePolicy;
import dev.hpasteward.model.ScalingRules;
import dev.hpasteward.simulation.controller.Behavior;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** {@code spec.behavior} as the API server stores it. */
final class BehaviorReader {

  private BehaviorReader() {}

  /** Null where there is none. */
  static @Nullable Behavior behavior(@Nullable Fields behavior) {
    return behavior == null
        ? null
        : new Behavior(rules(behavior.object("scaleUp")), rules(behavior.object("scaleDown")));
  }

  private static ScalingRules rules(Fields rules) {
    List<RatePolicy> rates = new ArrayList<>();
    for (Fields rate : rules.objects("policies")) {
      rates.add(
          new RatePolicy(rate.text("type"), rate.count("value"), rate.count("periodSeconds")));
    }
    return new ScalingRules(
        rules.has("stabilizationWindowSeconds")
            ? OptionalInt.of(rules.count("stabilizationWindowSeconds"))
            : OptionalInt.empty(),
        Optional.ofNullable(rules.textOrNull("selectPolicy")),
        rates,
        rules.has("tolerance")
            ? Optional.of(QuantityReader.quantity(rules, "tolerance"))
            : Optional.empty());
  }
}
