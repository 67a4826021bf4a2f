package dev.hpasteward.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SyntaxMistakeTest {

  private static final String EMPTY =
      "p.yaml:1:1: found an empty document, allowed a ScalingPolicy; write one";

  static List<Arguments> texts() {
    return List.of(
        Arguments.of("", EMPTY),
        Arguments.of("# nothing but this\n", EMPTY),
        Arguments.of("---\n---\n", EMPTY),
        Arguments.of("~\n", "p.yaml:1:1: found nothing, allowed a mapping; write keys and values"),
        Arguments.of(
            "a: 1\nb:\n\tc: 2\n", "p.yaml:3:1: found a tab, allowed spaces; indent with spaces"),
        Arguments.of(
            "a: 1\nb:\n  \tc: 2\n", "p.yaml:3:3: found a tab, allowed spaces; indent with spaces"),
        Arguments.of(
            "a: b: c\n",
            "p.yaml:1:5: found no YAML: mapping values are not allowed here; correct the text here"
                + " or just above"),
        Arguments.of(
            "a: [1, 2\nb: 3\n",
            "p.yaml:2:2: found no YAML: expected ',' or ']', but got :; correct the text here or"
                + " just above"),
        Arguments.of(
            "a: 1\r\nb: \"open\r\n",
            "p.yaml:3:1: found no YAML: found unexpected end of stream; correct the text here or"
                + " just above"),
        Arguments.of(
            "a: 1\nb: \"\\x",
            "p.yaml:2:7: found no YAML: the text ends inside an escape; end the escape and the"
                + " quotes"),
        Arguments.of(
            "a: *nowhere\n",
            "p.yaml:1:4: found no YAML: found undefined alias nowhere; correct the text here or"
                + " just above"),
        Arguments.of(
            "a: 1\nb: \u0007\n", "p.yaml:2:4: found the character U+0007, allowed text; remove it"),
        Arguments.of(
            "a: \uD800", "p.yaml:1:4: found the character U+D800, allowed text; remove it"),
        Arguments.of(
            "\uD83D\uDE00 \u0000",
            "p.yaml:1:3: found the character U+0000, allowed text; remove it"),
        Arguments.of(
            "a: !java.net.URL [x]\n",
            "p.yaml:1:4: found the tag \"!java.net.URL\", allowed none; remove it"),
        Arguments.of(
            "a: &a [*a]\n",
            "p.yaml:1:4: found a value that contains itself; remove the alias inside it"),
        Arguments.of(
            "[".repeat(50) + "]".repeat(50),
            "p.yaml:1:1: found a list, allowed a mapping; write keys and values"),
        Arguments.of(
            "[".repeat(51) + "]".repeat(51),
            "p.yaml:1:51: found more than 50 levels, allowed 50; nest less deeply"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void whatIsNotOneReadableTreeIsRefusedAtItsPlace(String yaml, String mistake) {
    assertThat(mistakes(yaml)).containsExactly(mistake);
  }

  @Test
  void aSecondDocumentIsAMistakeBesideThoseOfTheFirst() {
    String yaml = minimal().replace("scaleUpAt: 50", "scaleUpAt: 5O") + "---\nkind: Other\n";

    assertThat(mistakes(yaml))
        .containsExactly(
            "p.yaml:7:36: spec.serviceTypes.sfu.resources.cpu.scaleUpAt: found \"5O\", allowed 1"
                + " to 1000 (per cent of the request); write a plain number in that range",
            "p.yaml:9:1: found another document, allowed one in a file; remove it and the ---"
                + " above it");
  }

  @Test
  void emptyDocumentsAroundThePolicyAreFine() {
    assertThat(mistakes("---\n---\n" + minimal() + "---\n")).isEmpty();
  }

  @Test
  void aByteOrderMarkIsFine() {
    assertThat(mistakes("\uFEFF" + minimal())).isEmpty();
  }

  @Test
  void windowsLineEndsAreFine() {
    assertThat(mistakes(minimal().replace("\n", "\r\n"))).isEmpty();
  }

  @Test
  void aliasesThatMultiplyAreRefusedBeforeTheyAreWalked() {
    StringBuilder yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 40; i++) {
      String alias = "*a" + (i - 1);
      yaml.append("a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", List.of(alias, alias))));
    }

    assertThat(mistakes(yaml.toString()))
        .containsExactly(
            "p.yaml:1:1: found more than 20000 values once aliases are written out, allowed 20000;"
                + " use fewer aliases");
  }

  @Test
  void twentyThousandValuesAreReadAndNoneMore() {
    String fits = "[x" + ", x".repeat(19_998) + "]";

    assertThat(mistakes(fits))
        .containsExactly("p.yaml:1:1: found a list, allowed a mapping; write keys and values");
    assertThat(mistakes(fits.replace("]", ", x]")))
        .containsExactly(
            "p.yaml:1:1: found more than 20000 values once aliases are written out, allowed 20000;"
                + " use fewer aliases");
  }

  @Test
  void textOfOthersIsCutAndShownOnOneLine() {
    String yaml = minimal().replace("ScalingPolicy", "\"" + "x\\n".repeat(40) + "\"");

    assertThat(mistakes(yaml))
        .containsExactly(
            "p.yaml:2:7: kind: found \""
                + "x\\n".repeat(30)
                + "...\", allowed ScalingPolicy; write that");
  }

  private static String minimal() {
    return """
        apiVersion: hpa-steward.dev/v1
        kind: ScalingPolicy
        metadata: {name: minimal}
        spec:
          serviceTypes:
            sfu:
              resources: {cpu: {scaleUpAt: 50}}
        """;
  }

  private static List<String> mistakes(String yaml) {
    return PolicySource.read(yaml, "p.yaml")
        .fold(policy -> List.of(), found -> found.stream().map(Mistake::toString).toList());
  }
}
