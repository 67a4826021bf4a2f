package dev.hpasteward.rotation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;

/** The wall clock of a process, which can be set while it runs; the others' is left as it is. */
final class WallClock {

  private static final Path SOURCE = Path.of("src", "test", "clock", "shift.c");

  private final Path library;
  private final Path shift;

  private WallClock(Path library, Path shift) {
    this.library = library;
    this.shift = shift;
  }

  /** One that is right so far. Needs a C compiler. */
  static WallClock right() {
    try {
      Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "clock");
      Path library = folder.resolve("shift.so");
      Process compiler =
          new ProcessBuilder(
                  "cc", "-O2", "-shared", "-fPIC", "-o", library.toString(), SOURCE.toString())
              .inheritIO()
              .start();
      if (compiler.waitFor() != 0) {
        throw new IllegalStateException("cc could not compile " + SOURCE);
      }
      WallClock clock = new WallClock(library, folder.resolve("shift"));
      clock.set(Duration.ZERO);
      return clock;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What a process has to be started with. */
  Map<String, String> environment() {
    return Map.of("LD_PRELOAD", library.toString(), "CLOCK_SHIFT", shift.toString());
  }

  /** From now on it is so far ahead; behind, if that is negative. */
  void set(Duration ahead) {
    byte[] seconds =
        ByteBuffer.allocate(Long.BYTES)
            .order(ByteOrder.nativeOrder())
            .putLong(ahead.toSeconds())
            .array();
    try {
      // In place: the process has this very file in its memory.
      Files.write(shift, seconds, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
