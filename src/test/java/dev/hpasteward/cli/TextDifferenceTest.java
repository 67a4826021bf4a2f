package dev.hpasteward.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A difference is what other programs take for one. */
class TextDifferenceTest {

  private static final String NAME = "manifest of ours.yaml";
  private static final int TEXTS = 40;
  private static final int MOST_LINES = 12;

  @TempDir private Path folder;

  TextDifferenceTest() {}

  private record Change(String before, String after) {}

  /** Short texts, so that most changes are near an end; every other one has no last line feed. */
  private static List<Change> changes() {
    Random random = new Random(1);
    return Stream.generate(() -> change(random))
        .filter(change -> !change.before.equals(change.after))
        .limit(TEXTS)
        .toList();
  }

  private static Change change(Random random) {
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    int count = 1 + random.nextInt(MOST_LINES);
    for (int i = 0; i < count; i++) {
      String line = random.nextInt(5) == 0 ? "---" : "key" + random.nextInt(4) + ": 1 # \u00e9\f";
      before.add(line);
      boolean changes = !line.equals("---") && random.nextInt(4) == 0;
      after.add(changes ? line.replace('1', '2') : line);
      if (random.nextInt(5) == 0) {
        after.add("added: " + i);
      }
    }
    String newline = random.nextInt(3) == 0 ? "\r\n" : "\n";
    String end = random.nextBoolean() ? newline : "";
    return new Change(String.join(newline, before) + end, String.join(newline, after) + end);
  }

  private static String difference(Change change) {
    return String.join("\n", TextDifference.unified(NAME, change.before, change.after)) + "\n";
  }

  @ParameterizedTest
  @ValueSource(strings = {"patch --binary -p0", "git apply -p0 --whitespace=nowarn -"})
  void whatAppliesItGetsExactlyTheOtherText(String command)
      throws IOException, InterruptedException {
    List<String> words = List.of(command.split(" ", -1));
    assumeTrue(isInstalled(words.get(0)));
    Path file = folder.resolve(NAME);
    for (Change change : changes()) {
      Files.writeString(file, change.before);
      String difference = difference(change);

      Process process =
          new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true).start();
      try (var input = process.getOutputStream()) {
        input.write(difference.getBytes(StandardCharsets.UTF_8));
      }
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8) + difference;

      assertThat(process.waitFor()).as(said).isZero();
      assertThat(Files.readString(file)).as(said).isEqualTo(change.after);
    }
  }

  private static boolean isInstalled(String program) throws InterruptedException {
    try {
      return new ProcessBuilder(program, "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void aLastLineWithoutALineFeedSaysSo() {
    assertThat(TextDifference.unified("a.yaml", "a: 1\nb: 1", "a: 1\nb: 2"))
        .containsExactly(
            "--- a.yaml",
            "+++ a.yaml",
            "@@ -1,2 +1,2 @@",
            " a: 1",
            "-b: 1",
            "\\ No newline at end of file",
            "+b: 2",
            "\\ No newline at end of file");
  }
}
