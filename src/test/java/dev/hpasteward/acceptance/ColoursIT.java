package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    OnTerminal seen = OnTerminal.typed(environment, List.of("check", manifest.toString()));
    assertThat(seen.exitCode()).as(seen.said()).isEqualTo(1);
    return seen.said();
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
