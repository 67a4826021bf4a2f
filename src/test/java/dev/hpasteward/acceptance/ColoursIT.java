package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Colours are for terminals, and for who wants them. */
class ColoursIT {

  private static final String RED = "\u001b[31m";

  @TempDir private Path folder;

  ColoursIT() {}

  /** What a person sees on a terminal of their own. */
  private String onATerminal(Map<String, String> environment)
      throws IOException, InterruptedException {
    Path manifest =
        Files.writeString(
            folder.resolve("bad.yaml"),
            Manifests.deployment("egress", "livekit-egress")
                + Manifests.autoscaler("egress", "egress", 80));
    String command =
        System.getProperty("java.home")
            + "/bin/java -XX:TieredStopAtLevel=1 -jar target/quarkus-app/quarkus-run.jar check "
            + manifest;
    ProcessBuilder script =
        new ProcessBuilder("script", "-qec", command, "/dev/null").redirectErrorStream(true);
    script.environment().remove("NO_COLOR");
    script.environment().put("TERM", "xterm");
    script.environment().putAll(environment);
    Process process = script.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isEqualTo(1);
    return said;
  }

  @Test
  void onATerminalWhatIsWrongIsRed() throws IOException, InterruptedException {
    assertThat(onATerminal(Map.of())).contains(RED + "error");
  }

  @Test
  void whoWantsNoColoursGetsNone() throws IOException, InterruptedException {
    assertThat(onATerminal(Map.of("NO_COLOR", "1"))).contains("error").doesNotContain("\u001b[");
    assertThat(onATerminal(Map.of("TERM", "dumb"))).doesNotContain("\u001b[");
  }
}
