package dev.hpasteward.cluster.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.model.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedValuesTest {

  private final SharedValues values = new SharedValues();

  @Test
  void twoValuesThatAreTheSameAreOne() {
    List<String> first = List.of("cpu", "memory");

    assertThat(values.shared(first)).isSameAs(first);
    assertThat(values.shared(List.of("cpu", "memory"))).isSameAs(first);
  }

  @Test
  void anotherValueStaysItself() {
    List<String> first = List.of("cpu");
    List<String> second = List.of("memory");

    assertThat(values.shared(first)).isSameAs(first);
    assertThat(values.shared(second)).isSameAs(second);
  }

  @Test
  void oneAmountWrittenInTwoWaysStaysAsItsAuthorWroteIt() {
    List<Quantity> half = List.of(Quantity.parse("0.5").orElseThrow());
    List<Quantity> millis = List.of(Quantity.parse("500m").orElseThrow());
    assertThat(millis).isEqualTo(half);

    assertThat(values.shared(half)).isSameAs(half);
    assertThat(values.shared(millis)).isSameAs(millis);
  }
}
