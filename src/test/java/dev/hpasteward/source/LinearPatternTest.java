package dev.hpasteward.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.policy.ReasonPattern;
import dev.hpasteward.source.PolicyResult.Invalid;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinearPatternTest {

  private static final int LONGEST_REASON = 1000;

  @ParameterizedTest
  @CsvSource({
    "OPS-17, true",
    "OPS-17 until the new nodes arrive, true",
    "see OPS-17, false",
    "OPS-, false",
    "'', false",
  })
  void aReasonMatchesInFull(String reason, boolean matches) {
    assertThat(pattern("[A-Z]+-[0-9]+.*").matches(reason)).isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a+)+b",
        "(a|a)*b",
        "(a|aa)+b",
        ".*.*.*.*.*.*b",
        "(.*)*b",
        "((a?){30}a{30})+b",
        "(a{0,20}){0,20}b"
      })
  void textThatHangsOtherEnginesIsMatchedInNoTime(String pattern) {
    String reason = "a".repeat(LONGEST_REASON);
    ReasonPattern read = pattern(pattern);
    Instant start = Instant.now();

    assertThat(read.matches(reason)).isFalse();
    // Backtracking would take years; the bound only has to survive a busy machine.
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void twoHundredCharactersArePlentyAndNoneIsNoPattern() {
    assertThat(read("a".repeat(200))).isInstanceOf(PolicyResult.Valid.class);
    assertThat(mistakes("a".repeat(201)))
        .singleElement()
        .asString()
        .contains("allowed a regular expression, at most 200 characters");
    assertThat(mistakes("")).hasSize(1);
  }

  @Property(tries = 1000)
  void anyPatternGetsAnAnswer(@ForAll("patterns") List<String> pieces) {
    PolicyResult result = read(String.join("", pieces));

    if (result instanceof Invalid invalid) {
      assertThat(invalid.mistakes()).hasSize(1);
    } else {
      assertThat(result).isInstanceOf(PolicyResult.Valid.class);
    }
  }

  @Provide
  Arbitrary<List<String>> patterns() {
    return Arbitraries.oneOf(
            Arbitraries.of(
                "a",
                "(",
                ")",
                "[",
                "]",
                "^",
                "$",
                "*",
                "+",
                "?",
                "|",
                ".",
                "\\",
                "{",
                "}",
                "{9}",
                "{1,}",
                "{0,99}",
                "{99,0}",
                "{99999999999}",
                "(?",
                "(?:",
                "(?i)",
                "(?P<n>",
                "\\Q",
                "\\E",
                "\\d",
                "\\p{L}",
                "\\p{",
                "\\x{",
                "\\x{10FFFF}",
                "\\1",
                "[:alpha:]",
                "-",
                "\uD83D\uDE00"),
            Arbitraries.strings().ascii().ofMaxLength(3))
        .list()
        .ofMinSize(1)
        .ofMaxSize(20);
  }

  private static ReasonPattern pattern(String text) {
    return read(text)
        .fold(
            policy -> policy.exemptions().reasonPattern().orElseThrow(),
            mistakes -> {
              throw new AssertionError(mistakes.toString());
            });
  }

  private static List<Mistake> mistakes(String text) {
    return read(text).fold(policy -> List.of(), mistakes -> mistakes);
  }

  private static PolicyResult read(String pattern) {
    String quoted = "'" + pattern.replace("'", "''").replaceAll("\\p{Cntrl}", " ") + "'";
    return PolicySource.read(
        """
        {apiVersion: hpa-steward.dev/v1, kind: ScalingPolicy, metadata: {name: a},
        spec: {serviceTypes: {sfu: {resources: {cpu: {scaleUpAt: 50}}}},
        exemptions: {reasonPattern: %s}}}
        """
            .formatted(quoted),
        "policy.yaml");
  }
}
