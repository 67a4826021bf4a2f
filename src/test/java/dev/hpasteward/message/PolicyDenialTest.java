package dev.hpasteward.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyDenialTest {

  @Test
  void everyMistakeIsALineAndACause() {
    List<Denial.Cause> mistakes =
        List.of(
            new Denial.Cause("spec.corrections", "found \"fill\"; write Fill"),
            new Denial.Cause("", "too large"));

    assertThat(PolicyDenial.of("default", mistakes))
        .isEqualTo(
            new Denial(
                """
                ScalingPolicy default is no usable policy: 2 to mend
                spec.corrections: found "fill"; write Fill
                too large""",
                mistakes));
  }

  @Test
  void whatNobodyWouldReadIsCounted() {
    Denial denial =
        PolicyDenial.of("default", Collections.nCopies(70, new Denial.Cause("spec.a", "wrong")));

    assertThat(denial.causes()).hasSize(50);
    assertThat(denial.message()).contains("policy: 70 to mend\n").endsWith("\nand 20 more");
  }
}
