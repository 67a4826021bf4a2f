package dev.hpasteward.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairFilesTest {
  private final Path folder;

  PairFilesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void writeBoth() throws IOException {
    Files.writeString(folder.resolve("tls.crt"), "certificate");
    Files.writeString(folder.resolve("tls.key"), "key");
  }

  @Test
  void bothFilesAreRead() throws PairRefusedException {
    assertThat(new PairFiles(folder).read()).contains(new PairText("certificate", "key"));
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    Files.delete(folder.resolve("tls.key"));

    assertRefused(
        folder.resolve("tls.key")
            + " does not exist; put it there or point hpa-steward.certificates to its folder");
  }

  @Test
  void anEmptyFileIsNamed() throws IOException {
    Files.writeString(folder.resolve("tls.crt"), "");

    assertRefused(folder.resolve("tls.crt") + " is empty");
  }

  @Test
  void aFileOfMoreThanAMebibyteIsNotRead() throws IOException {
    Files.writeString(folder.resolve("tls.crt"), "x".repeat(1024 * 1024 + 1));

    assertRefused(
        folder.resolve("tls.crt") + " is longer than 1 MiB, so it is no PEM file of ours");
  }

  @Test
  void aFolderInPlaceOfAFileIsNamed() throws IOException {
    Files.delete(folder.resolve("tls.crt"));
    Files.createDirectory(folder.resolve("tls.crt"));

    assertThatThrownBy(() -> new PairFiles(folder).read())
        .isInstanceOf(PairRefusedException.class)
        .hasMessageStartingWith(folder.resolve("tls.crt") + " cannot be read: ");
  }

  @Test
  void aSecretMountIsReadThroughItsLinks() throws IOException, PairRefusedException {
    Path mount = Files.createDirectory(folder.resolve("mount"));
    Files.createSymbolicLink(mount.resolve("tls.crt"), Path.of("..data", "tls.crt"));
    Files.createSymbolicLink(mount.resolve("tls.key"), Path.of("..data", "tls.key"));

    swap(mount, "first");
    assertThat(new PairFiles(mount).read())
        .contains(new PairText("first certificate", "first key"));

    swap(mount, "second");
    assertThat(new PairFiles(mount).read())
        .contains(new PairText("second certificate", "second key"));
  }

  /** As the kubelet does: a new folder, a new link to it, and the link moved over the old one. */
  private static void swap(Path mount, String version) throws IOException {
    Path data = Files.createDirectory(mount.resolve(".." + version));
    Files.writeString(data.resolve("tls.crt"), version + " certificate");
    Files.writeString(data.resolve("tls.key"), version + " key");
    Path link = Files.createSymbolicLink(mount.resolve("..data_tmp"), data.getFileName());
    Files.move(link, mount.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
  }

  private void assertRefused(String message) {
    assertThatThrownBy(() -> new PairFiles(folder).read())
        .isInstanceOf(PairRefusedException.class)
        .hasMessage(message);
  }
}
