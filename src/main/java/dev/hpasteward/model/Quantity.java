package dev.hpasteward.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Kubernetes quantity, such as {@code 500m}, {@code 1} or {@code 2Gi}. Two are equal if their
 * values are: {@code 1} equals {@code 1000m}. Source of the grammar: apimachinery,
 * pkg/api/resource/quantity.go.
 */
public final class Quantity {

  private static final Pattern GRAMMAR =
      Pattern.compile(
          "([+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+))([numkMGTPE]|[KMGTPE]i|[eE][+-]?[0-9]{1,4})?");
  private static final int LONGEST = 64;

  private static final Map<String, Integer> DECIMAL =
      Map.of("n", -9, "u", -6, "m", -3, "k", 3, "M", 6, "G", 9, "T", 12, "P", 15, "E", 18);
  private static final Map<String, Integer> BINARY =
      Map.of("Ki", 1, "Mi", 2, "Gi", 3, "Ti", 4, "Pi", 5, "Ei", 6);

  /** The API server keeps no fraction smaller than 1/10^9. */
  private static final int SMALLEST_SCALE = 9;

  /**
   * In which fractions are stored: whole, milli, micro, nano. Literals, since a power may be off.
   */
  private static final double[] UNITS = {1, 1e-3, 1e-6, 1e-9};

  private final String text;
  private final BigDecimal value;

  private Quantity(String text, BigDecimal value) {
    this.text = text;
    this.value = value;
  }

  /** The quantity that this text denotes; empty if it is none. */
  public static Optional<Quantity> parse(String text) {
    Matcher matcher = GRAMMAR.matcher(text);
    if (text.length() > LONGEST || !matcher.matches()) {
      return Optional.empty();
    }
    String suffix = matcher.group(2) == null ? "" : matcher.group(2);
    BigDecimal number = new BigDecimal(matcher.group(1));
    return Optional.of(new Quantity(text, number.multiply(multiplier(suffix))));
  }

  /** The quantity of a plain number, written without an exponent. */
  public static Quantity of(BigDecimal value) {
    BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    return new Quantity(plain.toPlainString(), plain);
  }

  private static BigDecimal multiplier(String suffix) {
    if (suffix.isEmpty()) {
      return BigDecimal.ONE;
    }
    Integer binary = BINARY.get(suffix);
    if (binary != null) {
      return BigDecimal.valueOf(1024).pow(binary);
    }
    Integer decimal = DECIMAL.get(suffix);
    int exponent = decimal != null ? decimal : Integer.parseInt(suffix.substring(1));
    return BigDecimal.ONE.scaleByPowerOfTen(exponent);
  }

  /** The exact value. */
  public BigDecimal value() {
    return value;
  }

  /**
   * The value as the HPA controller computes with it: the API server stores a fraction in units of
   * 1/1000 (or smaller, down to 1/10^9, rounded away from zero), and Go's AsApproximateFloat64
   * multiplies that whole number by the unit, in doubles.
   */
  public double approximateDouble() {
    BigDecimal stored =
        value.scale() > SMALLEST_SCALE ? value.setScale(SMALLEST_SCALE, RoundingMode.UP) : value;
    int unit = 0;
    while (stored.scaleByPowerOfTen(3 * unit).stripTrailingZeros().scale() > 0) {
      unit++;
    }
    return stored.scaleByPowerOfTen(3 * unit).doubleValue() * UNITS[unit];
  }

  /** As its author wrote it. */
  @Override
  public String toString() {
    return text;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Quantity quantity && value.compareTo(quantity.value) == 0;
  }

  @Override
  public int hashCode() {
    return value.stripTrailingZeros().hashCode();
  }
}
