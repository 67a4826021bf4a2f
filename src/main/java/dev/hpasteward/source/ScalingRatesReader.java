package dev.hpasteward.source;

import dev.hpasteward.policy.ScalingRate;
import dev.hpasteward.policy.ScalingRate.Unit;
import java.util.List;
import java.util.Optional;

/** Reads {@code scaleDownRate}; an empty list is no bound. */
final class ScalingRatesReader {

  /** One pod or a tenth of them a minute, whichever is more: a default of ours. */
  static final List<ScalingRate> DEFAULT =
      List.of(new ScalingRate(Unit.PODS, 1, 60), new ScalingRate(Unit.PERCENT, 10, 60));

  static final WholeNumber PODS = new WholeNumber(1, ReplicasReader.MOST, "pods");
  static final WholeNumber PERCENT = new WholeNumber(1, 100, "per cent of the replicas");
  static final WholeNumber PERIOD = new WholeNumber(1, 1800, "seconds");

  private ScalingRatesReader() {}

  static List<ScalingRate> read(Value value) {
    return value.items().stream().map(ScalingRatesReader::rate).toList();
  }

  private static ScalingRate rate(Value item) {
    Section section = Section.of(item, "pods", "percent", "everySeconds");
    int period = section.required("everySeconds", PERIOD).value();
    Optional<Setting<Integer>> pods = section.ifSet("pods", PODS);
    Optional<Setting<Integer>> percent = section.ifSet("percent", PERCENT);
    if (section.lacks("pods", "percent")) {
      item.mistake("found neither pods nor percent, allowed one of them; add one");
    }
    if (pods.isPresent() && percent.isPresent()) {
      item.mistake("found both pods and percent, allowed one of them; make them two items");
    }
    Unit unit = percent.isPresent() ? Unit.PERCENT : Unit.PODS;
    int amount = percent.or(() -> pods).map(Setting::value).orElseGet(PODS::standIn);
    return new ScalingRate(unit, amount, period);
  }
}
