package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Colours are for terminals, and for who wants them. */
class ColoursIT {

  private static final String RED = "\u001b[31m";

  private static final String BAD =
      Manifests.deployment("egress", "livekit-egress")
          + Manifests.autoscaler("egress", "egress", 80);

  @TempDir private Path folder;

  ColoursIT() {}

  /** What a person sees on a terminal of their own. */
  private String onATerminal(Map<String, String> environment)
      throws IOException, InterruptedException {
    Path manifest = Files.writeString(folder.resolve("bad.yaml"), BAD);
    OnTerminal seen = OnTerminal.typed(environment, List.of("check", manifest.toString()));
    assertThat(seen.exitCode()).as(seen.said()).isEqualTo(1);
    return seen.said();
  }

  @Test
  void onATerminalWhatIsWrongIsRed() throws IOException, InterruptedException {
    assertThat(onATerminal(Map.of())).contains(RED + "error");
    assertThat(onATerminal(Map.of("NO_COLOR", ""))).contains(RED + "error");
  }

  @Test
  void whoWantsNoColoursGetsNone() throws IOException, InterruptedException {
    assertThat(onATerminal(Map.of("NO_COLOR", "1"))).contains("error").doesNotContain("\u001b[");
    assertThat(onATerminal(Map.of("TERM", "dumb"))).doesNotContain("\u001b[");
  }

  @Test
  void eachStreamIsLookedAtByItself() throws IOException, InterruptedException {
    Path manifest = Files.writeString(folder.resolve("deployment.yaml"), BAD);
    Path aside = folder.resolve("aside.txt");

    OnTerminal piped = OnTerminal.typed(Map.of(), List.of("check", "-", "<", manifest.toString()));
    OnTerminal.typed(
        Map.of(), List.of("check", "--diff", manifest.toString(), "2>", aside.toString()));

    assertThat(piped.said()).contains(RED + "error");
    assertThat(Files.readString(aside)).contains("error cpu-target").doesNotContain("\u001b[");
  }

  @Test
  void progressIsShownToWhoWatchesAndWrittenIntoNoFile() throws IOException, InterruptedException {
    Path aside = folder.resolve("progress.txt");
    List<String> sweep =
        List.of("simulate", "--service-type=sip", "--load=ramp", "--sweep=target,window");

    assertThat(OnTerminal.typed(Map.of(), sweep).said()).contains("\r\u001b[Krun 10 of ");
    OnTerminal.typed(
        Map.of(), Stream.concat(sweep.stream(), Stream.of("2>", aside.toString())).toList());

    assertThat(Files.readString(aside)).doesNotContain("\r", "\u001b");
  }
}
