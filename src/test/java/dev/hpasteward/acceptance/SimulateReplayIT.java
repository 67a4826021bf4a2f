package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.ProgramProcess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code simulate --replay} as somebody types it. */
class SimulateReplayIT {

  private static final Path TRACE =
      Path.of("src", "test", "resources", "hpa-traces", "loop", "agent-01.jsonl.gz");

  @TempDir private Path folder;

  SimulateReplayIT() {}

  private static String trace() throws IOException {
    try (InputStream unpacked = new GZIPInputStream(Files.newInputStream(TRACE))) {
      return new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Path tampered(String from, String to) throws IOException {
    String text = trace();
    assertThat(text).contains(from);
    int first = text.indexOf(from);
    return Files.writeString(
        folder.resolve("tampered.jsonl"),
        text.substring(0, first) + to + text.substring(first + from.length()));
  }

  @Test
  void aTraceThatAgreesIsCounted() {
    ProgramProcess program = ProgramProcess.start("simulate", "--replay=" + TRACE);

    assertThat(program.exitCode()).isZero();
    assertThat(program.output())
        .containsPattern("agent +1 +1 +159 +159")
        .containsPattern("all +1 +1 +159 +159")
        .doesNotContain("differences");
  }

  @Test
  void oneNumberThatDiffersIsNamedWithItsLineAndField() throws IOException {
    Path file = tampered("\"desiredReplicas\":1,", "\"desiredReplicas\":2,");

    ProgramProcess program = ProgramProcess.start("simulate", "--replay=" + file);

    assertThat(program.exitCode()).isEqualTo(1);
    assertThat(program.output())
        .containsPattern("agent +0 +1 +158 +159")
        .contains(file + ": line 2 (sync 0): outputs.desiredReplicas: expected 2, got 1");
  }

  @Test
  void theSameIsThereForPrograms() throws IOException {
    Path file = tampered("\"averageUtilization\":36", "\"averageUtilization\":37");

    ProgramProcess program =
        ProgramProcess.start("simulate", "--replay=" + folder, "--output=json");

    assertThat(program.exitCode()).isEqualTo(1);
    assertThat(program.output())
        .contains(
            "\"agrees\" : false",
            "\"file\" : \"" + file + "\"",
            "\"line\" : 2",
            "\"field\" : \"outputs.currentMetrics[0].averageUtilization\"",
            "\"expected\" : \"37\"",
            "\"got\" : \"36\"");
  }

  @Test
  void aMalformedFileIsRefusedWithItsLine() throws IOException {
    Path file = tampered("\"specReplicas\":1", "\"specReplicas\":\"one\"");

    ProgramProcess program = ProgramProcess.start("simulate", "--replay=" + file);

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.output())
        .isEqualTo(
            file + ": line 2: scale.specReplicas must be a whole number of 32 bits, not \"one\"");
  }

  @Test
  void otherOptionsAreNotPassedOver() {
    ProgramProcess program =
        ProgramProcess.start("simulate", "--replay=" + TRACE, "--sweep", "--load=step", "-o=json");

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.output())
        .isEqualTo("--replay is about recorded runs and nothing else: leave out --sweep, --load");
  }
}
