package dev.hpasteward.certificate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;

/** Writes PEM blocks and files of them. */
final class PemFile {
  private PemFile() {}

  /**
   * One block.
   *
   * @param label what the block holds, such as {@code CERTIFICATE}
   */
  static String block(String label, byte[] content) {
    // RFC 7468: lines of 64 characters.
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, lines, label);
  }

  /**
   * Replaces the file as a whole: a reader sees the old text or the new one. It never is readable
   * by more users than {@code mode} says, not even for a moment.
   *
   * @param mode such as {@code rw-------}; without effect on file systems that have no such modes
   */
  static void write(Path file, String text, String mode) throws IOException {
    // Readable by the owner only, as createTempFile promises.
    Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), ".", ".tmp");
    try {
      Files.writeString(draft, text, US_ASCII);
      PosixFileAttributeView view = Files.getFileAttributeView(draft, PosixFileAttributeView.class);
      if (view != null) {
        view.setPermissions(PosixFilePermissions.fromString(mode));
      }
      Files.move(draft, file, ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
