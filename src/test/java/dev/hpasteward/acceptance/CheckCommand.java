package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.ProgramProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** {@code check} as somebody types it, without a cluster, and manifests for it. */
final class CheckCommand {

  /** Nothing is wrong with it. */
  static final String GOOD =
      Manifests.deployment("sfu", "sfu") + Manifests.autoscaler("sfu", "sfu", 60);

  /** Its CPU target is too high. */
  static final String BAD =
      Manifests.deployment("egress", "livekit-egress")
          + Manifests.autoscaler("egress", "egress", 80);

  private CheckCommand() {}

  /** A file in this folder, or below it. */
  static Path file(Path folder, String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  static ProgramProcess check(Object... arguments) {
    return ProgramProcess.start(
        Stream.concat(Stream.of("check"), Stream.of(arguments).map(Object::toString))
            .toArray(String[]::new));
  }

  static void assertEnds(ProgramProcess program, int code) {
    assertThat(program.exitCode()).as(program.output()).isEqualTo(code);
  }

  /** All that it says, until its end. */
  static String said(ProgramProcess program) {
    program.exitCode();
    return program.output();
  }
}
