package dev.hpasteward.cluster.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{b: 1, a: {d: 2, c: [3, 1]}} | {\"a\":{\"c\":[3,1],\"d\":2},\"b\":1}",
        "50.0 | 50",
        "1e3 | 1000",
        "0.10 | 0.1",
        "1.0e-6 | 0.000001",
        "100000 | 100000",
        "true | true",
        "'\"50\"' | '\"50\"'",
        "'\"ä/\"' | '\"ä/\"'",
        "null | null",
        "[] | []",
        "{} | {}"
      })
  void oneTextForAllTreesThatMeanTheSame(String tree, String text) {
    assertThat(CanonicalJson.text(ResourceText.tree(tree))).isEqualTo(text);
  }
}
