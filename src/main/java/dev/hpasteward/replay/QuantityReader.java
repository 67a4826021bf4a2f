package dev.hpasteward.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hpasteward.model.Quantity;
import java.math.RoundingMode;

/** Quantities inside a spec: texts, or plain numbers. */
final class QuantityReader {

  private static final int MILLI = 3;

  private QuantityReader() {}

  static Quantity quantity(Fields fields, String name) {
    JsonNode value = fields.node().path(name);
    return Quantity.parse(value.isNumber() ? value.asText() : fields.text(name))
        .orElseThrow(() -> fields.mistake(name, "a quantity such as 500m"));
  }

  /** In thousandths; what is smaller is rounded up (apimachinery, resource/quantity.go). */
  static long milli(Fields fields, String name) {
    return quantity(fields, name)
        .value()
        .movePointRight(MILLI)
        .setScale(0, RoundingMode.UP)
        .longValue();
  }
}
