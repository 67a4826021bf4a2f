package dev.hpasteward.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BasePolicyTest {

  @Test
  void theInstalledPolicyIsTheEmbeddedOneToTheLetter() throws IOException {
    Path embedded =
        Path.of("src", "main", "resources", "dev", "hpasteward", "source", "default-policy.yaml");

    assertThat(Files.readString(Path.of("deploy", "base", "policy.yaml")))
        .as("kustomize reads no file outside of its folder: copy %s there", embedded)
        .isEqualTo(Files.readString(embedded));
  }
}
