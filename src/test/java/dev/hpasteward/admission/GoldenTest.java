package dev.hpasteward.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.policy.RuleId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every message of every rule, as people meet it: {@code src/test/resources/golden/RULE/CASE.yaml}
 * is sent through both webhooks, and what comes back is in {@code CASE.expected.txt}. After a
 * change of words run {@code ./mvnw test -Dtest=GoldenTest -Dgolden=rewrite}, which writes the
 * files anew, and read the difference.
 */
class GoldenTest {

  /** The folder of the cases in which a rule says nothing. */
  private static final String SILENCE = "silence";

  private static final Path FOLDER = Path.of("src/test/resources/golden");
  private static final boolean REWRITE = "rewrite".equals(System.getProperty("golden"));

  static Stream<Path> cases() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theAnswerIsTheOneOnFile(Path file) throws IOException {
    GoldenCase golden = GoldenCase.read(file);
    Path expected = file.resolveSibling(golden.name() + ".expected.txt");
    String outcome = golden.outcome();
    if (REWRITE) {
      Files.writeString(expected, outcome);
    }

    assertThat(outcome).isEqualTo(Files.readString(expected));
    if (golden.rule().equals(SILENCE)) {
      assertThat(outcome).doesNotContain("Warning: ", "Error");
    } else {
      assertThat(outcome)
          .as("the rule that the folder is named after")
          .contains(golden.rule() + ":");
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyLineIsReadableByItself(Path file) throws IOException {
    String outcome = GoldenCase.read(file).outcome();

    assertThat(outcome).matches("[ -~\n]*");
    outcome
        .lines()
        .filter(line -> line.startsWith("Warning: "))
        .forEach(line -> assertThat(line).hasSizeLessThanOrEqualTo("Warning: ".length() + 120));
    List<String> causes =
        outcome
            .lines()
            .filter(line -> line.startsWith("cause: "))
            .map(line -> line.substring(line.indexOf(" | ") + 3))
            .toList();
    assertThat(causes).allMatch(cause -> cause.matches("[a-z-]+: [^ ]+: found .+, allowed .+"));
    causes.forEach(cause -> assertThat(outcome).contains("\n" + cause + "\n  "));
  }

  @Test
  void everyRuleHasACase() throws IOException {
    List<String> folders = cases().map(GoldenCase::rule).distinct().toList();

    assertThat(folders)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(Stream.of(SILENCE), Arrays.stream(RuleId.values()).map(RuleId::id))
                .toList());
  }
}
