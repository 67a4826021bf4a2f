package dev.hpasteward.cli;

import dev.hpasteward.experiment.LoadSource;
import dev.hpasteward.simulation.load.CsvLoad;
import dev.hpasteward.simulation.load.Levels;
import dev.hpasteward.simulation.load.LoadShape;
import dev.hpasteward.simulation.load.MalformedLoadException;
import dev.hpasteward.simulation.load.RecordedLoad;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A load that somebody recorded. It is read anew by each run, a line at a time. */
final class RecordedFile implements LoadSource {

  private final Path file;
  private final CsvLoad.Extent extent;

  private RecordedFile(Path file, CsvLoad.Extent extent) {
    this.file = file;
    this.extent = extent;
  }

  /**
   * Reads all of it once, so that mistakes are told before anything runs.
   *
   * @throws UnusableInput if it is no recording
   */
  static RecordedFile of(Path file) {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return new RecordedFile(file, CsvLoad.check(reader));
    } catch (MalformedLoadException e) {
      throw new UnusableInput("--load-file: %s: %s".formatted(file, e.getMessage()));
    } catch (UncheckedIOException e) {
      throw unreadable(file, Objects.requireNonNullElseGet(e.getCause(), IOException::new));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static UnusableInput unreadable(Path file, IOException e) {
    String reason =
        e instanceof CharacterCodingException
            ? "found bytes that are not UTF-8; save the file as UTF-8"
            : Files.isDirectory(file) ? "is a folder; name a file" : GivenManifests.reason(e);
    return new UnusableInput("--load-file: %s: %s".formatted(file, reason));
  }

  /** Nanoseconds from the start to the last point. */
  long end() {
    return extent.end();
  }

  @Override
  public String name() {
    return String.valueOf(file.getFileName());
  }

  @Override
  public Levels levels() {
    return new Levels(extent.least(), extent.most());
  }

  @Override
  public Opened open() {
    try {
      BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
      LoadShape shape = new RecordedLoad(() -> new CsvLoad(reader));
      return new Opened() {
        @Override
        public LoadShape shape() {
          return shape;
        }

        @Override
        public void close() {
          RecordedFile.close(reader);
        }
      };
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static void close(BufferedReader reader) {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
