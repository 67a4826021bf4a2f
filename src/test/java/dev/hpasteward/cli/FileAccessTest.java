package dev.hpasteward.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that stands in another's place is read by the same people. */
class FileAccessTest {

  private static final int SOMEBODY = 4321;
  private static final int THEIR_GROUP = 5432;

  @TempDir private Path folder;

  FileAccessTest() {}

  private Path file(String name) throws IOException {
    return Files.writeString(folder.resolve(name), "");
  }

  @Test
  void rootKeepsOwnerGroupAndPermissions() throws IOException {
    Path old = file("old");
    assumeTrue(Files.getAttribute(old, "unix:uid").equals(0));
    Files.setAttribute(old, "unix:uid", SOMEBODY);
    Files.setAttribute(old, "unix:gid", THEIR_GROUP);
    Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rw-r-----"));
    Path now = file("now");

    FileAccess.of(old).giveTo(now);

    assertThat(Files.getAttribute(now, "unix:uid")).isEqualTo(SOMEBODY);
    assertThat(Files.getAttribute(now, "unix:gid")).isEqualTo(THEIR_GROUP);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(now)))
        .isEqualTo("rw-r-----");
  }

  @Test
  void whoMayNotGiveFilesAwayKeepsThePermissions() throws IOException {
    Path strange = Path.of("/etc/hostname");
    assumeTrue(Files.exists(strange));
    Path now = file("now");

    FileAccess.of(strange).giveTo(now);

    assertThat(Files.getPosixFilePermissions(now))
        .isEqualTo(Files.getPosixFilePermissions(strange));
  }
}
