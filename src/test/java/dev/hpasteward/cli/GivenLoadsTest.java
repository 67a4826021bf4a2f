package dev.hpasteward.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings that can be read line by line, and yet can't be played. */
class GivenLoadsTest {

  private final SimulatedLoadOptions options = new SimulatedLoadOptions();

  @TempDir private Path folder;

  GivenLoadsTest() {}

  private Path recording(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("day.csv"), text);
    options.file = file;
    return file;
  }

  private String refused() {
    UnusableInput refusal = catchThrowableOfType(UnusableInput.class, () -> GivenLoads.of(options));
    return refusal.text();
  }

  @Test
  void whatIsNoFileCanNotBeReadTwice() {
    options.file = Path.of("/dev/null");

    assertThat(refused())
        .isEqualTo("--load-file: /dev/null is no file that can be read twice; save it first");
  }

  @Test
  void timesThatCountFromElsewhereAreNoMistakeOfTheDuration() throws IOException {
    Path file = recording("1764300000,5\n1764303600,9\n");

    assertThat(refused())
        .isEqualTo(
            "--load-file: %s: its last time is 1764303600 s; times count from the recording's"
                    .formatted(file)
                + " start: subtract the first");
  }

  @Test
  void aRecordingThatStartsAfterTheRunIsTold() throws IOException {
    Path file = recording("7200,5\n10800,9\n");
    options.duration = "1h";

    assertThat(refused())
        .isEqualTo(
            "--load-file: %s: its first time is 7200 s; times count from the recording's start:"
                    .formatted(file)
                + " subtract the first");
  }

  @Test
  void aRunIsAsLongAsTheRecording() throws IOException {
    recording("0,5\n3600,9\n");

    assertThat(GivenLoads.of(options).duration()).isEqualTo(Duration.ofHours(1));
  }
}
