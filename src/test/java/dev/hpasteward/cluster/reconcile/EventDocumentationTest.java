package dev.hpasteward.cluster.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Operations says what each Event means. */
class EventDocumentationTest {

  private static final Pattern ROW =
      Pattern.compile(
          "^\\| `([A-Za-z]+)` \\| (Normal|Warning) \\| .+ \\| .+ \\|$", Pattern.MULTILINE);

  @Test
  void eachReasonIsListedWithItsType() throws IOException {
    String operations = Files.readString(Path.of("docs", "operations.md"));
    String section = operations.split("\n## Events\n", -1)[1].split("\n## ", -1)[0];

    List<String> listed =
        ROW.matcher(section).results().map(row -> row.group(1) + " " + row.group(2)).toList();

    assertThat(listed)
        .containsExactlyElementsOf(
            Stream.of(Note.Kind.values()).map(kind -> kind.reason() + " " + kind.type()).toList());
  }
}
