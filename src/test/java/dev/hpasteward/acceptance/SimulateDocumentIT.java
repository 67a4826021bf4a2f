package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.ProgramProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What docs/simulate.md shows is what the program prints. To write it anew, and then read the
 * difference: {@code -Dgolden.rewrite=true}.
 */
class SimulateDocumentIT {

  private static final Path DOCUMENT = Path.of("docs", "simulate.md");

  private static final Path PICTURE = Path.of("docs", "pictures", "egress-compared.svg");

  /** What the calls read. */
  private static final Path INPUTS =
      Path.of("src", "test", "resources", "simulation", "documented");

  private static final Pattern EXAMPLE =
      Pattern.compile("```\n\\$ hpa-steward (simulate[^\n]*)\n(.*?)\n```", Pattern.DOTALL);
  private static final Pattern PROGRESS = Pattern.compile("run \\d+ of \\d+");
  private static final String FILE_OPTION = "--(hpa|load-file|picture)=.*";

  @TempDir private Path pictures;

  SimulateDocumentIT() {}

  @Test
  void theExamplesShowWhatTheProgramPrints() throws IOException {
    String document = Files.readString(DOCUMENT);
    Matcher examples = EXAMPLE.matcher(document);
    String anew = examples.replaceAll(example -> Matcher.quoteReplacement(ran(example)));
    if (Boolean.getBoolean("golden.rewrite")) {
      Files.writeString(DOCUMENT, anew);
    }

    assertThat(EXAMPLE.matcher(document).results()).hasSizeGreaterThan(5);
    assertThat(Files.readString(DOCUMENT)).isEqualTo(anew);
  }

  @Test
  void theReadmeShowsTheTableAndThePictureOfItsCall() throws IOException {
    Path drawn = pictures.resolve("compared.svg");
    ProgramProcess program =
        ProgramProcess.start(
            "simulate",
            "--service-type=livekit-egress",
            "--load=spike",
            "--compare",
            "--picture=" + drawn);

    assertThat(program.exitCode()).as(program.output()).isZero();
    String table = program.output().split("\n\n", 2)[0];
    if (Boolean.getBoolean("golden.rewrite")) {
      Files.copy(drawn, PICTURE, StandardCopyOption.REPLACE_EXISTING);
    }
    assertThat(Files.readString(Path.of("README.md"))).contains(table);
    assertThat(PICTURE).hasSameTextualContentAs(drawn);
  }

  /** The example with what its call prints now. */
  private String ran(MatchResult example) {
    List<String> arguments = new ArrayList<>();
    for (String argument : example.group(1).split(" ", -1)) {
      arguments.add(placed(argument));
    }
    ProgramProcess program = ProgramProcess.start(arguments.toArray(String[]::new));
    assertThat(program.exitCode()).as(program.output()).isLessThan(3);
    String printed =
        program
            .output()
            .lines()
            .filter(line -> !PROGRESS.matcher(line).matches())
            .collect(Collectors.joining("\n"))
            .replace(INPUTS + "/", "")
            .replace(pictures + "/", "");
    return "```\n$ hpa-steward %s\n%s\n```".formatted(example.group(1), printed);
  }

  /** Files are named as if they were where the reader is. */
  private String placed(String argument) {
    if (!argument.matches(FILE_OPTION)) {
      return argument;
    }
    int equals = argument.indexOf('=');
    Path folder = argument.startsWith("--picture") ? pictures : INPUTS;
    return argument.substring(0, equals + 1) + folder.resolve(argument.substring(equals + 1));
  }
}
