package dev.hpasteward.replay;

import static dev.hpasteward.replay.Vectors.CALL;
import static dev.hpasteward.replay.Vectors.SYNC;
import static dev.hpasteward.replay.Vectors.TRACE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A difference is told with its line and field. */
class DifferenceTest {

  @TempDir private Path folder;

  DifferenceTest() {}

  @Test
  void linesThatAgreeAreOnlyCounted() throws UnreadableVectorsException {
    Outcome outcome = Replay.of(Vectors.file(folder, CALL, TRACE, SYNC));

    assertThat(outcome.differences()).isEmpty();
    assertThat(outcome.calls()).containsEntry("GetMetricReplicas", new Tally(1, 1));
    assertThat(outcome.traces()).containsEntry("own", new Tally(1, 1));
  }

  @ParameterizedTest(name = "{0} as {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "replicas":4 | "replicas":5 | result.replicas | 5 | 4
          "rawValue":2000 | "rawValue":1999 | result.rawValue | 1999 | 2000
          "replicas":4,"rawValue":2000 | "error":"no" | result.error | "no" | nothing
          """)
  void aCallThatDiffersIsTold(String from, String to, String field, String expected, String got)
      throws UnreadableVectorsException {
    Path file = Vectors.file(folder, CALL, CALL.replace(from, to));

    Outcome outcome = Replay.of(file);

    assertThat(outcome.agrees()).isFalse();
    assertThat(outcome.calls()).containsEntry("GetMetricReplicas", new Tally(1, 2));
    assertThat(outcome.differences())
        .contains(new Difference(file, 2, "one", field, expected, got));
  }

  @ParameterizedTest(name = "{0} as {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "desiredReplicas":0 | "desiredReplicas":1 | outputs.desiredReplicas | 1 | 0
          "scaleWrites":[] | "scaleWrites":[3] | outputs.scaleWrites[0] | 3 | nothing
          "proposal":null | "proposal":2 | outputs.proposal | 2 | nothing
          "False" | "True" | outputs.conditions[0].status | "True" | "False"
          "statusWrite":"ok" | "statusWrite":"none" | outputs.statusWrite | "none" | "ok"
          [],"statusWrite" | [{}],"statusWrite" | outputs.currentMetrics[0] | {} | nothing
          """)
  void aSyncThatDiffersIsTold(String from, String to, String field, String expected, String got)
      throws UnreadableVectorsException {
    Path file = Vectors.file(folder, TRACE, SYNC.replace(from, to));

    Outcome outcome = Replay.of(file);

    assertThat(outcome.traces()).containsEntry("own", new Tally(0, 1));
    assertThat(outcome.differences())
        .containsExactly(new Difference(file, 2, "sync 0", field, expected, got));
  }

  @Test
  void aNumberThatIsReadOutOfTheSpecOtherwiseIsTold() throws UnreadableVectorsException {
    Path file = Vectors.file(folder, TRACE.replace("[10000]", "[10]"), SYNC);

    assertThat(Replay.of(file).differences())
        .containsExactly(new Difference(file, 2, "sync 0", "parsed.targetMilli[0]", "10", "10000"));
  }

  @Test
  void valuesThatDependOnTheProcessorAreNoDifference() throws UnreadableVectorsException {
    String open = "\"replicas\":7,\"implementationDefined\":true";
    Outcome outcome = Replay.of(Vectors.file(folder, CALL.replace("\"replicas\":4", open)));

    assertThat(outcome.agrees()).isTrue();
    assertThat(outcome.open()).isEqualTo(new Tally(0, 1));
  }
}
