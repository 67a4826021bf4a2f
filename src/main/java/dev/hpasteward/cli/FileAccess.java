package dev.hpasteward.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose a file is and who may read it, for the file that is to stand in its place. */
final class FileAccess {

  /** Nothing where a system has no such thing. */
  private final Optional<PosixFileAttributes> attributes;

  private FileAccess(Optional<PosixFileAttributes> attributes) {
    this.attributes = attributes;
  }

  static FileAccess of(Path file) throws IOException {
    Optional<PosixFileAttributeView> view = view(file);
    return new FileAccess(
        view.isEmpty() ? Optional.empty() : Optional.of(view.get().readAttributes()));
  }

  /** Permissions come last: a new owner takes some of them away. */
  void giveTo(Path file) throws IOException {
    Optional<PosixFileAttributeView> view = view(file);
    if (view.isPresent() && attributes.isPresent()) {
      allowed(() -> view.get().setOwner(attributes.get().owner()));
      allowed(() -> view.get().setGroup(attributes.get().group()));
      view.get().setPermissions(attributes.get().permissions());
    }
  }

  private static Optional<PosixFileAttributeView> view(Path file) {
    @Nullable PosixFileAttributeView view =
        Files.getFileAttributeView(file, PosixFileAttributeView.class);
    return Optional.ofNullable(view);
  }

  /** A change that only root, or a member of the group, may make. */
  private interface Change {
    void make() throws IOException;
  }

  private static void allowed(Change change) {
    try {
      change.make();
    } catch (IOException e) {
      // Whoever may not give a file away keeps it, as with other editors.
    }
  }
}
