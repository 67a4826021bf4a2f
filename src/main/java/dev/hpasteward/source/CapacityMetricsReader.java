package dev.hpasteward.source;

import dev.hpasteward.policy.CapacityMetric;
import dev.hpasteward.policy.Encoding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code capacityMetrics}: metrics that fall as load rises. */
final class CapacityMetricsReader {

  /** Kubernetes keeps metric values in thousandths. */
  static final DecimalNumber CAPACITY = new DecimalNumber(1_000_000_000, 3, "free capacity");

  private static final Word<Encoding> ENCODING = Word.of(Encoding.class);

  private final Map<String, Value> names = new HashMap<>();

  private CapacityMetricsReader() {}

  static List<CapacityMetric> read(Value value) {
    CapacityMetricsReader reader = new CapacityMetricsReader();
    List<CapacityMetric> metrics = new ArrayList<>();
    for (Value item : value.items()) {
      metrics.add(reader.metric(item));
    }
    return metrics;
  }

  private CapacityMetric metric(Value item) {
    Section section =
        Section.of(
            item,
            "name",
            "placeholder",
            "scaleUpAtOrBelow",
            "scaleDownAtOrAbove",
            "encoding",
            "headroomName");
    Setting<String> name = section.required("name", Name.METRIC_NAME);
    Setting<BigDecimal> up = section.required("scaleUpAtOrBelow", CAPACITY);
    Setting<BigDecimal> down = section.required("scaleDownAtOrAbove", CAPACITY);
    Setting<Encoding> encoding = section.orDefault("encoding", ENCODING, Encoding.DOCUMENTED);
    Optional<Setting<String>> headroomName = section.ifSet("headroomName", Name.METRIC_NAME);
    CapacityMetric metric =
        new CapacityMetric(
            name.value(),
            section.orDefault("placeholder", new TrueOrFalse(), false).value(),
            up.value(),
            down.value(),
            encoding.value(),
            headroomName.map(Setting::value));
    new Order<>(up, down).upperIsAboveLower();
    requireTargetAboveZero(up, encoding);
    requireOwnNames(metric, name, headroomName);
    return metric;
  }

  /** The documented form is an AverageValue, and Kubernetes takes none that is 0. */
  private static void requireTargetAboveZero(Setting<BigDecimal> up, Setting<Encoding> encoding) {
    boolean zero = up.sound() && up.value().signum() == 0;
    if (zero && encoding.sound() && encoding.value() == Encoding.DOCUMENTED) {
      up.written()
          .ifPresent(
              value ->
                  value.mistake(
                      "found 0, allowed above 0 with encoding Documented, since Kubernetes takes"
                          + " no target of 0; raise it or write encoding: Headroom"));
    }
  }

  private void requireOwnNames(
      CapacityMetric metric, Setting<String> name, Optional<Setting<String>> headroomName) {
    if (!name.sound() || headroomName.filter(setting -> !setting.sound()).isPresent()) {
      return;
    }
    boolean own = name.written().filter(value -> isOwnName(metric.name(), value)).isPresent();
    if (own || headroomName.isPresent()) {
      headroomName
          .or(() -> Optional.of(name))
          .flatMap(Setting::written)
          .ifPresent(value -> isOwnName(metric.headroomName(), value));
    }
  }

  /** Whether no other metric has this name; a mistake at the value if one has. */
  private boolean isOwnName(String name, Value value) {
    Value first = names.putIfAbsent(name, value);
    if (first != null) {
      value.mistake(
          "found the metric name "
              + name
              + " again, first in line "
              + first.holder().line()
              + ", allowed once, headroom names included; write another name");
    }
    return first == null;
  }
}
