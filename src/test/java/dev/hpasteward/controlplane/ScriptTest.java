package dev.hpasteward.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptTest {
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);

  private final List<String> heard = new ArrayList<>();

  @Test
  void theWordsOfAFailingScriptArePassedOnAndKept() {
    Script.Result result = run("bash", "-c", "echo out; echo why >&2; echo how >&2; exit 3");

    assertThat(result).isEqualTo(new Script.Result(3, "out", List.of("why", "how")));
    assertThat(heard).containsExactly("why", "how");
  }

  @Test
  void aProgramThatIsNotThereIsAFailureThatNamesIt() {
    Script.Result result = run("no-such-program");

    assertThat(result.exitCode()).isEqualTo(127);
    assertThat(result.stderr()).singleElement().asString().contains("no-such-program");
  }

  @Test
  void aScriptThatTakesTooLongIsEndedWithAllThatItStarted() {
    Script.Result result =
        Script.run(Duration.ofSeconds(1), heard::add, List.of("bash", "-c", "sleep 600; true"));

    assertThat(result).isEqualTo(new Script.Result(143, "", List.of("(ended after 1 s)")));
  }

  private Script.Result run(String... command) {
    return Script.run(LONG_ENOUGH, heard::add, List.of(command));
  }
}
