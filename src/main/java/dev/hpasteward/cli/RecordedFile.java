package dev.hpasteward.cli;

import dev.hpasteward.experiment.LoadSource;
import dev.hpasteward.simulation.load.CsvLoad;
import dev.hpasteward.simulation.load.Levels;
import dev.hpasteward.simulation.load.LoadPoint;
import dev.hpasteward.simulation.load.LoadShape;
import dev.hpasteward.simulation.load.MalformedLoadException;
import dev.hpasteward.simulation.load.RecordedLoad;
import dev.hpasteward.simulation.run.RunPlan;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A load that somebody recorded. It is read anew by each run, a line at a time. */
final class RecordedFile implements LoadSource {

  private final Path file;
  private final CsvLoad.Extent extent;
  private final long first;

  private RecordedFile(Path file, CsvLoad.Extent extent, long first) {
    this.file = file;
    this.extent = extent;
    this.first = first;
  }

  /**
   * Reads all of it once, so that mistakes are told before anything runs. A pipe would be empty by
   * then.
   *
   * @throws UnusableInput if it is no recording
   */
  static RecordedFile of(Path file) {
    if (Files.exists(file) && !Files.isDirectory(file) && !Files.isRegularFile(file)) {
      throw new UnusableInput(
          "--load-file: %s is no file that can be read twice; save it first".formatted(file));
    }
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return new RecordedFile(file, CsvLoad.check(reader), first(file));
    } catch (MalformedLoadException e) {
      throw new UnusableInput("--load-file: %s: %s".formatted(file, e.getMessage()));
    } catch (UncheckedIOException e) {
      throw unreadable(file, Objects.requireNonNullElseGet(e.getCause(), IOException::new));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static long first(Path file) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      LoadPoint point = new CsvLoad(reader).next();
      return point == null ? 0 : point.time();
    }
  }

  private static UnusableInput unreadable(Path file, IOException e) {
    String reason =
        e instanceof CharacterCodingException
            ? "found bytes that are not UTF-8; save the file as UTF-8"
            : Files.isDirectory(file) ? "is a folder; name a file" : GivenManifests.reason(e);
    return new UnusableInput("--load-file: %s: %s".formatted(file, reason));
  }

  /**
   * How long a run of it is: to its last point, but for at least a sync.
   *
   * @throws UnusableInput if that is too long, as it is where times count from 1970
   */
  Duration length(Duration longest) {
    if (extent.end() > longest.toNanos()) {
      throw fromElsewhere("last", extent.end());
    }
    return Duration.ofNanos(Math.max(extent.end(), RunPlan.SYNC_PERIOD.toNanos()));
  }

  /**
   * Sees to it that a run of this length has something of it.
   *
   * @throws UnusableInput if it starts only later
   */
  void checkStart(Duration length) {
    if (first > length.toNanos()) {
      throw fromElsewhere("first", first);
    }
  }

  private UnusableInput fromElsewhere(String which, long nanos) {
    return new UnusableInput(
        "--load-file: %s: its %s time is %d s; times count from the recording's start: subtract the first"
            .formatted(file, which, TimeUnit.NANOSECONDS.toSeconds(nanos)));
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
