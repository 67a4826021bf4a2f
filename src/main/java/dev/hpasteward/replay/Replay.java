package dev.hpasteward.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;

/** Replays a file of vectors, or all that are below a folder. */
public final class Replay {

  private static final String FORMS = ".jsonl or .jsonl.gz";

  private Replay() {}

  /**
   * Replays them in the order of their names.
   *
   * @throws UnreadableVectorsException at the first thing that can't be replayed
   */
  public static Outcome of(Path path) throws UnreadableVectorsException {
    Outcome outcome = new Outcome();
    for (Path file : files(path)) {
      VectorFile.replay(file, outcome);
    }
    if (outcome.isEmpty()) {
      throw UnreadableVectorsException.of(path, "has no vectors");
    }
    return outcome;
  }

  private static List<Path> files(Path path) throws UnreadableVectorsException {
    if (!Files.exists(path)) {
      throw UnreadableVectorsException.of(path, "there is no such file or folder");
    }
    if (!Files.isDirectory(path)) {
      if (!isVectors(path)) {
        throw UnreadableVectorsException.of(path, "vectors are in files named " + FORMS);
      }
      return List.of(path);
    }
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(
          path, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new Gatherer(files));
    } catch (IOException | UncheckedIOException e) {
      throw UnreadableVectorsException.of(path, "can't be listed: " + e.getMessage());
    }
    if (files.isEmpty()) {
      throw UnreadableVectorsException.of(path, "has no files named " + FORMS);
    }
    Collections.sort(files);
    return files;
  }

  private static boolean isVectors(Path file) {
    String name = file.toString();
    return name.endsWith(".jsonl") || name.endsWith(".jsonl.gz");
  }

  /** A link that leads back to a folder above is passed over; what can't be read is not. */
  private static final class Gatherer extends SimpleFileVisitor<Path> {

    private final List<Path> files;

    Gatherer(List<Path> files) {
      this.files = files;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (isVectors(file) && (attributes.isRegularFile() || attributes.isSymbolicLink())) {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException cause) throws IOException {
      if (cause instanceof FileSystemLoopException) {
        return FileVisitResult.CONTINUE;
      }
      throw cause;
    }
  }
}
