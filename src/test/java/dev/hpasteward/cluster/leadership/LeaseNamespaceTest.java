package dev.hpasteward.cluster.leadership;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaseNamespaceTest {

  @TempDir private Path folder;
  private Path ofPod = Path.of("");

  @BeforeEach
  void inAPod() throws IOException {
    ofPod = Files.writeString(folder.resolve("namespace"), "of-pod\n");
  }

  @Test
  void theConfiguredOneComesFirst() {
    assertThat(LeaseNamespace.of(Optional.of("configured"), ofPod, "of-context"))
        .isEqualTo("configured");
  }

  @Test
  void thePodsOwnComesSecond() {
    assertThat(LeaseNamespace.of(Optional.of(" "), ofPod, "of-context")).isEqualTo("of-pod");
  }

  @Test
  void outsideOfAPodItIsTheContexts() {
    assertThat(LeaseNamespace.of(Optional.empty(), folder.resolve("none"), "of-context"))
        .isEqualTo("of-context");
  }

  @Test
  void whereNothingNamesOneItIsTheDefault() {
    assertThat(LeaseNamespace.of(Optional.empty(), folder.resolve("none"), null))
        .isEqualTo("default");
    assertThat(LeaseNamespace.of(Optional.empty(), folder.resolve("none"), ""))
        .isEqualTo("default");
  }
}
