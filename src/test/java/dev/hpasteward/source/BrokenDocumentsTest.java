package dev.hpasteward.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each document in {@code broken} has its mistakes beside it. To write those files anew after a
 * change of words, and then read the difference: {@code -Dgolden.rewrite=true}.
 */
class BrokenDocumentsTest {

  private static final Path FOLDER = Path.of("src/test/resources/dev/hpasteward/source/broken");

  static Stream<String> documents() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyMistakeIsReportedAtItsLine(String document) throws IOException {
    String told =
        mistakes(document).stream().map(mistake -> mistake + "\n").collect(Collectors.joining());

    Path expected = FOLDER.resolve(document.replace(".yaml", ".txt"));
    if (Boolean.getBoolean("golden.rewrite")) {
      Files.writeString(expected, told);
    }
    assertThat(told).isEqualTo(Files.readString(expected));
  }

  @Test
  void aDocumentWithTenMistakesReportsAllTenFromTopToEnd() {
    List<Mistake> mistakes = mistakes("ten.yaml");

    assertThat(mistakes)
        .extracting(Mistake::line)
        .containsExactly(2, 5, 11, 15, 17, 19, 23, 25, 26, 28);
  }

  private static List<Mistake> mistakes(String document) {
    try {
      return PolicySource.read(Files.readString(FOLDER.resolve(document)), document)
          .fold(policy -> List.of(), mistakes -> mistakes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
