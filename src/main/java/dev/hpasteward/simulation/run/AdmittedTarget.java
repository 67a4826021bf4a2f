package dev.hpasteward.simulation.run;

import dev.hpasteward.model.Quantity;
import dev.hpasteward.simulation.controller.MetricTarget;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** The target of a metric as the API server checks it. Empty where it is refused. */
final class AdmittedTarget {

  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  private final dev.hpasteward.model.MetricTarget target;
  private final Refusals refusals;

  AdmittedTarget(dev.hpasteward.model.MetricTarget target, Refusals refusals) {
    this.target = target;
    this.refusals = refusals;
  }

  /** Of a resource. */
  Optional<MetricTarget> ofRequests() {
    if (target.averageUtilization().isEmpty()) {
      return ofPods("write averageUtilization or averageValue");
    }
    if (target.averageValue().isPresent()) {
      return refused("it has two values", "keep averageUtilization or averageValue");
    }
    int utilization = target.averageUtilization().getAsInt();
    return utilization < 1
        ? refused("averageUtilization is " + utilization, "write a percentage of 1 or more")
        : Optional.of(MetricTarget.utilization(utilization));
  }

  /** Of a metric of pods. */
  Optional<MetricTarget> ofPods(String remedy) {
    return target
        .averageValue()
        .map(amount -> milli("averageValue", amount).map(MetricTarget::averageValue))
        .orElseGet(() -> refused("it has no value", remedy));
  }

  /** Of something that is no pod. */
  Optional<MetricTarget> ofWhole() {
    Optional<Quantity> value = target.value();
    if (value.isEmpty()) {
      return ofPods("write either value or averageValue");
    }
    return target.averageValue().isPresent()
        ? refused("it has two values", "write either value or averageValue")
        : milli("value", value.get()).map(MetricTarget::value);
  }

  /** In thousandths, rounded up as Kubernetes does. */
  private Optional<Long> milli(String field, Quantity amount) {
    BigDecimal milli = amount.value().movePointRight(3).setScale(0, RoundingMode.UP);
    if (milli.signum() <= 0 || milli.compareTo(MOST) > 0) {
      return refused("%s is %s".formatted(field, amount), "write a number above 0 of 63 bits");
    }
    return Optional.of(milli.longValueExact());
  }

  private <T> Optional<T> refused(String mistake, String remedy) {
    refusals.add(target.path(), mistake, remedy);
    return Optional.empty();
  }
}
