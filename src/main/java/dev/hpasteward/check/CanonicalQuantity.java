package dev.hpasteward.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.model.Quantity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Quantities as the API server writes them, whatever their authors wrote: {@code 0.9} is {@code
 * 900m} (apimachinery, pkg/api/resource/quantity.go, CanonicalizeBytes).
 */
final class CanonicalQuantity {

  private static final List<String> SOURCES =
      List.of("resource", "containerResource", "pods", "object", "external");
  private static final List<String> DECIMAL =
      List.of("n", "u", "m", "", "k", "M", "G", "T", "P", "E");
  private static final List<String> BINARY = List.of("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");

  /** In DECIMAL. */
  private static final int WHOLE = 3;

  /** No fraction smaller than 1/10^9 is kept. */
  private static final int SMALLEST_SCALE = 9;

  private static final BigInteger THOUSAND = BigInteger.valueOf(1000);
  private static final BigInteger KIBI = BigInteger.valueOf(1024);

  private CanonicalQuantity() {}

  /** All quantities of an HPA. */
  static void ofAutoscaler(JsonNode spec) {
    for (JsonNode metric : spec.path("metrics")) {
      for (String source : SOURCES) {
        JsonNode target = metric.path(source).path("target");
        write(target, "value");
        write(target, "averageValue");
      }
    }
    write(spec.path("behavior").path("scaleUp"), "tolerance");
    write(spec.path("behavior").path("scaleDown"), "tolerance");
  }

  private static void write(JsonNode object, String field) {
    JsonNode value = object.path(field);
    if (object instanceof ObjectNode fields && (value.isTextual() || value.isNumber())) {
      of(value.asText()).ifPresent(text -> fields.put(field, text));
    }
  }

  /** Empty for what is no quantity. */
  static Optional<String> of(String written) {
    return Quantity.parse(written.strip()).map(quantity -> text(quantity.value(), written.strip()));
  }

  /** What it comes to; empty for what is no quantity. */
  static OptionalDouble value(String written) {
    return Quantity.parse(written)
        .map(quantity -> OptionalDouble.of(quantity.approximateDouble()))
        .orElseGet(OptionalDouble::empty);
  }

  private static String text(BigDecimal exact, String written) {
    BigDecimal value =
        exact.scale() > SMALLEST_SCALE ? exact.setScale(SMALLEST_SCALE, RoundingMode.UP) : exact;
    if (value.signum() == 0) {
      return "0";
    }
    boolean whole = value.stripTrailingZeros().scale() <= 0;
    if (written.endsWith("i") && whole && value.abs().compareTo(new BigDecimal(KIBI)) >= 0) {
      return scaled(value.toBigIntegerExact(), KIBI, BINARY, 0);
    }
    BigInteger nano = value.setScale(SMALLEST_SCALE, RoundingMode.UP).unscaledValue();
    boolean exponent = written.matches(".*[eE][-+]?[0-9]+");
    return exponent ? withExponent(value) : scaled(nano, THOUSAND, DECIMAL, 0);
  }

  /** As large a suffix as leaves no fraction. */
  private static String scaled(
      BigInteger number, BigInteger step, List<String> suffixes, int suffix) {
    BigInteger[] parts = number.divideAndRemainder(step);
    return parts[1].signum() != 0 || suffix == suffixes.size() - 1
        ? number + suffixes.get(suffix)
        : scaled(parts[0], step, suffixes, suffix + 1);
  }

  private static String withExponent(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    int exponent = Math.floorDiv(-plain.scale(), WHOLE) * WHOLE;
    BigInteger number = plain.scaleByPowerOfTen(-exponent).toBigIntegerExact();
    return exponent == 0 ? number.toString() : number + "e" + exponent;
  }
}
