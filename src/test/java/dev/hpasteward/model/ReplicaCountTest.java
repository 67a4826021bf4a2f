package dev.hpasteward.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of replicas in annotations. */
class ReplicaCountTest {

  @Property(tries = 200)
  void everyNumberUpToTheLargestIsRead(@ForAll @IntRange(min = 1, max = 999_999) int number) {
    assertThat(ReplicaCount.parse(String.valueOf(number))).hasValue(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "0",
        "-1",
        "+1",
        "01",
        " 1",
        "1 ",
        "1\n",
        "1.0",
        "1e3",
        "0x1",
        "1000000",
        "99999999999",
        "two",
        "１",
        "١",
        "1,000",
        "null"
      })
  void anythingElseIsNone(String text) {
    assertThat(ReplicaCount.parse(text)).isEmpty();
  }
}
