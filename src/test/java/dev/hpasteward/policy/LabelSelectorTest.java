package dev.hpasteward.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.policy.LabelSelector.Operator;
import dev.hpasteward.policy.LabelSelector.Requirement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As apimachinery, pkg/labels/selector.go has it. */
class LabelSelectorTest {

  @ParameterizedTest(name = "{0} of a and b: absent {1}, a {2}, c {3}, empty {4}")
  @CsvSource({
    "IN, false, true, false, false",
    "NOT_IN, true, false, true, true",
    "EXISTS, false, true, true, true",
    "DOES_NOT_EXIST, true, false, false, false"
  })
  void aRequirementHoldsAsInKubernetes(
      Operator operator, boolean absent, boolean a, boolean c, boolean empty) {
    boolean compares = operator == Operator.IN || operator == Operator.NOT_IN;
    LabelSelector selector =
        new LabelSelector(
            Map.of(),
            List.of(new Requirement("key", operator, compares ? List.of("a", "b") : List.of())));

    assertThat(selector.matches(Map.of())).isEqualTo(absent);
    assertThat(selector.matches(Map.of("other", "a"))).isEqualTo(absent);
    assertThat(selector.matches(Map.of("key", "a"))).isEqualTo(a);
    assertThat(selector.matches(Map.of("key", "c"))).isEqualTo(c);
    assertThat(selector.matches(Map.of("key", ""))).isEqualTo(empty);
  }

  @Test
  void everyPartMustHold() {
    LabelSelector selector =
        new LabelSelector(
            Map.of("a", "1", "b", "2"),
            List.of(
                new Requirement("c", Operator.EXISTS, List.of()),
                new Requirement("d", Operator.DOES_NOT_EXIST, List.of())));

    assertThat(selector.matches(Map.of("a", "1", "b", "2", "c", "", "e", ""))).isTrue();
    assertThat(selector.matches(Map.of("a", "1", "b", "3", "c", ""))).isFalse();
    assertThat(selector.matches(Map.of("a", "1", "c", ""))).isFalse();
    assertThat(selector.matches(Map.of("a", "1", "b", "2"))).isFalse();
    assertThat(selector.matches(Map.of("a", "1", "b", "2", "c", "", "d", ""))).isFalse();
  }

  @Test
  void theEmptySelectorMatchesEverything() {
    assertThat(LabelSelector.EVERYTHING.matches(Map.of())).isTrue();
    assertThat(LabelSelector.EVERYTHING.matches(Map.of("a", "1"))).isTrue();
  }
}
