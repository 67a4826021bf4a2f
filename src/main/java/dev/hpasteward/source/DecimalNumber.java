package dev.hpasteward.source;

import java.math.BigDecimal;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A decimal number from 0, both bounds included.
 *
 * @param decimals how many decimals it may have
 * @param unit what it counts, for messages
 */
record DecimalNumber(int most, int decimals, String unit) implements Kind<BigDecimal> {

  @Override
  public Optional<BigDecimal> read(Value value) {
    Optional<BigDecimal> read =
        value
            .unquoted(Tag.INT)
            .or(() -> value.unquoted(Tag.FLOAT))
            .flatMap(PlainNumber::of)
            .flatMap(this::inRange);
    if (read.isEmpty()) {
      value.reject(
          "0 to " + most + " with at most " + decimals + " decimals (" + unit + ")",
          PlainNumber.fix(value, number -> inRange(number).map(BigDecimal::toPlainString)));
    }
    return read;
  }

  @Override
  public BigDecimal standIn() {
    return BigDecimal.ZERO;
  }

  /** The number without needless zeros, so that 1 and 1.0 are equal. */
  private Optional<BigDecimal> inRange(BigDecimal number) {
    BigDecimal shortest = number.stripTrailingZeros();
    boolean fits =
        shortest.signum() >= 0
            && shortest.compareTo(BigDecimal.valueOf(most)) <= 0
            && shortest.scale() <= decimals;
    return fits ? Optional.of(shortest.setScale(Math.max(0, shortest.scale()))) : Optional.empty();
  }
}
