package dev.hpasteward.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that is there as a whole or not at all. */
final class WrittenFile {

  private WrittenFile() {}

  /**
   * Whether somebody may write there, before much is done for it.
   *
   * @throws UnusableInput if not
   */
  static void check(String option, Path file) {
    Path folder = folder(file);
    if (Files.isDirectory(file)) {
      throw new UnusableInput("%s: %s is a folder; name a file".formatted(option, file));
    }
    if (!Files.isDirectory(folder)) {
      throw new UnusableInput(
          "%s: there is no folder %s; make it, or name another".formatted(option, folder));
    }
    if (!Files.isWritable(folder)) {
      throw new UnusableInput(
          "%s: this user may not write to %s; allow it, or name another".formatted(option, folder));
    }
  }

  /** Writes beside it first. What was there before stays until all of it is written. */
  static void write(String option, Path file, String text) {
    Path part = folder(file).resolve("." + file.getFileName() + ".part");
    try {
      try {
        Files.writeString(
            part,
            text,
            StandardCharsets.UTF_8,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (NoSuchFileException e) {
      throw new UnusableInput(
          "%s: there is no folder %s; make it, or name another".formatted(option, folder(file)));
    } catch (IOException e) {
      throw new UnusableInput(
          "%s: %s can't be written: %s; name another file".formatted(option, file, e));
    }
  }

  private static Path folder(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file.toAbsolutePath() : parent;
  }
}
