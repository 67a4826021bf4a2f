package dev.hpasteward.model;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a metric is compared with. Which of the values is set counts, not {@code type}: the API
 * server lets {@code type: Utilization} with an averageValue pass.
 *
 * @param path where the target stands
 * @param averageUtilization per cent of the pods' requests
 * @param averageValue an amount for each pod
 * @param value an amount for all
 */
public record MetricTarget(
    FieldPath path,
    OptionalInt averageUtilization,
    Optional<Quantity> averageValue,
    Optional<Quantity> value) {

  /** In words: which value is set, and to what. */
  public String describe() {
    if (averageUtilization.isPresent()) {
      return "averageUtilization " + averageUtilization.getAsInt();
    }
    if (averageValue.isPresent()) {
      return "averageValue " + averageValue.get();
    }
    return value.map(amount -> "value " + amount).orElse("no value");
  }
}
