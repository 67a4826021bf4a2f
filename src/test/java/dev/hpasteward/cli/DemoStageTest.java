package dev.hpasteward.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.hpasteward.cli.DemoClient.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoStageTest {

  private final DemoScene bad = DemoScene.ALL.get(0);
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void aBadAutoscalerThatPassesIsNotAsExpected() {
    assertThat(show(new Palette(false), true, "")).isFalse();
    assertThat(printed.toString(UTF_8))
        .contains("unexpected: it was allowed", "=> allowed, NOT as expected");
  }

  @Test
  void aDenialThatDoesNotSayWhyIsNotAsExpected() {
    assertThat(show(new Palette(false), false, "no")).isFalse();
    assertThat(printed.toString(UTF_8))
        .contains("unexpected: nothing was said of cpu-target", "=> denied, NOT as expected");
  }

  @Test
  void aDenialThatSaysWhyIs() {
    assertThat(show(new Palette(false), false, "cpu-target: found 80, allowed 31 to 50")).isTrue();
    assertThat(printed.toString(UTF_8))
        .contains("=> denied, as expected")
        .doesNotContain("\u001b", "unexpected");
  }

  @Test
  void aTerminalGetsColours() {
    show(new Palette(true), false, "cpu-target: found 80, allowed 31 to 50");

    assertThat(printed.toString(UTF_8)).contains("\u001b[31mError from server (Forbidden)");
  }

  private boolean show(Palette palette, boolean allowed, String denial) {
    JsonNode review = bad.review();
    Outcome outcome =
        new Outcome(
            JsonNodeFactory.instance.arrayNode(),
            review.at("/request/object"),
            allowed,
            denial,
            List.of());
    return new DemoStage(new PrintStream(printed, true, UTF_8), palette)
        .show(1, 4, bad, review, outcome);
  }
}
