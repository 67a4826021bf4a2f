package dev.hpasteward.source;

import java.math.BigDecimal;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A whole number, both bounds included.
 *
 * @param unit what it counts, for messages
 */
record WholeNumber(int least, int most, String unit) implements Kind<Integer> {

  @Override
  public Optional<Integer> read(Value value) {
    Optional<Integer> read =
        value.unquoted(Tag.INT).flatMap(PlainNumber::of).flatMap(this::inRange);
    if (read.isEmpty()) {
      value.reject(
          least + " to " + most + " (" + unit + ")",
          PlainNumber.fix(value, number -> inRange(number).map(String::valueOf)));
    }
    return read;
  }

  @Override
  public Integer standIn() {
    return least;
  }

  private Optional<Integer> inRange(BigDecimal number) {
    boolean fits =
        number.scale() == 0
            && number.compareTo(BigDecimal.valueOf(least)) >= 0
            && number.compareTo(BigDecimal.valueOf(most)) <= 0;
    return fits ? Optional.of(number.intValueExact()) : Optional.empty();
  }
}
