package dev.hpasteward.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.source.PolicyResult.Invalid;
import dev.hpasteward.source.PolicyResult.Valid;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever comes in: an answer, and never an exception. */
class AnyInputTest {

  @Property(tries = 300)
  void anyBytesGetAnAnswer(@ForAll byte[] bytes) {
    isAnswered(PolicySource.read(bytes, "bytes"));
  }

  @Property(tries = 500)
  void anyPiecesOfYamlGetAnAnswer(@ForAll("pieces") List<String> pieces) {
    isAnswered(PolicySource.read(String.join("", pieces), "pieces"));
  }

  @Property(tries = 500)
  void thePolicyWithAPieceOverwrittenGetsAnAnswer(
      @ForAll @IntRange(max = 4000) int at, @ForAll("piece") String piece) throws IOException {
    String policy = embeddedText();
    int end = Math.min(policy.length(), at + piece.length());

    isAnswered(
        PolicySource.read(
            policy.substring(0, Math.min(at, end)) + piece + policy.substring(end), "changed"));
  }

  @Property(tries = 200)
  void thePolicyWithAByteChangedGetsAnAnswer(
      @ForAll @IntRange(max = 4000) int at, @ForAll byte changed) throws IOException {
    byte[] policy = embeddedText().getBytes(StandardCharsets.UTF_8);
    policy[at % policy.length] = changed;

    isAnswered(PolicySource.read(policy, "changed"));
  }

  @Provide
  Arbitrary<List<String>> pieces() {
    return piece().list().ofMaxSize(40);
  }

  @Provide
  Arbitrary<String> piece() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "\n",
            "\n  ",
            "\n    ",
            " ",
            "\t",
            ": ",
            "- ",
            "? ",
            ", ",
            "[",
            "]",
            "{",
            "}",
            "&a ",
            "*a",
            "!",
            "!!int ",
            "!<x> ",
            "%YAML 1.1\n",
            "%TAG ! x\n",
            "---\n",
            "...\n",
            "|\n",
            ">-\n",
            "\"",
            "'",
            "\\x",
            "\\U0011FFFF",
            "# ",
            "<<: ",
            "~",
            "0x1f",
            "1e999",
            "-.inf",
            "99999999999999999999",
            "2026-01-01",
            "\uFEFF",
            "\u2028",
            "\uD83D\uDE00",
            "null"),
        Arbitraries.of(
            "apiVersion",
            "kind",
            "metadata",
            "spec",
            "serviceTypes",
            "resources",
            "cpu",
            "scaleUpAt",
            "capacityMetrics",
            "windows",
            "scaleDownRate",
            "actions",
            "cpu-target"),
        Arbitraries.strings().ofMaxLength(6));
  }

  private static void isAnswered(PolicyResult result) {
    if (result instanceof Invalid invalid) {
      assertThat(invalid.mistakes())
          .isNotEmpty()
          .allSatisfy(mistake -> assertThat(mistake.toString()).doesNotContain("\n", "\u001b"));
    } else {
      assertThat(result).isInstanceOf(Valid.class);
    }
  }

  private static String embeddedText() throws IOException {
    try (InputStream in = PolicySource.class.getResourceAsStream("default-policy.yaml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
