package dev.hpasteward.replay;

import static dev.hpasteward.replay.Vectors.CALL;
import static dev.hpasteward.replay.Vectors.SYNC;
import static dev.hpasteward.replay.Vectors.TRACE;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can't be replayed is refused with its line, what is wrong, and what belongs there. */
class MalformedVectorsTest {

  @TempDir private Path folder;

  MalformedVectorsTest() {}

  @ParameterizedTest(name = "{0} as {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "GetMetricReplicas" | "GetAll" | method must be one of the ReplicaCalculator's, such as \
          GetResourceReplicas, not "GetAll"
          "currentReplicas":2, | `` | currentReplicas is missing; it must be a whole number
          "targetMilli":1000 | "targetMilli":1.5 | targetMilli must be a whole number of 64 bits, \
          not 1.5
          "window":30} | "window":"30s"} | reply.samples[0].window must be a number of seconds, \
          not "30s"
          "at":100 | "at":1e-10 | reply.at must be a number of seconds with at most nine \
          decimals, of 64 bits as nanos, not 1E-10
          "ready":"True" | "ready":"Yes" | pods[0].ready must be "True", "False", "Unknown" or \
          null, not "Yes"
          "phase":"Running" | "phase":"Lost" | pods[0].phase must be Pending, Running, Succeeded, \
          Failed or Unknown, not "Lost"
          "kind":"Pods" | "kind":"Object" | reply.kind must be Pods for a metric of type Pods, \
          not "Object"
          """)
  void aMalformedCallIsRefused(String from, String to, String why) {
    refused(2, why, CALL, CALL.replace(from, to));
  }

  @Test
  void aMalformedTraceIsRefused() {
    refused(1, "a sync without a trace; a line of kind trace comes first", SYNC);
    refused(
        2,
        "sync must be 0: syncs follow each other, not 1",
        TRACE,
        SYNC.replace("\"sync\":0", "\"sync\":1"));
    refused(1, "the trace t announces 1 syncs, but 0 follow", TRACE);
    refused(1, "it must be an object", "[]");
    refused(1, "kind is missing; it must be a text", "{}");
  }

  @Test
  void aLineThatIsNoJsonIsRefused() {
    assertThatThrownBy(() -> Replay.of(Vectors.file(folder, CALL, "{\"id\":")))
        .isInstanceOf(UnreadableVectorsException.class)
        .hasMessageContaining("vectors.jsonl: line 2: no JSON: ")
        .hasMessageContaining("; each line must be one JSON object");
  }

  @Test
  void aFileThatIsCutOffOrNotPackedIsRefused() throws IOException {
    Path file = folder.resolve("vectors.jsonl.gz");
    Files.write(file, CALL.getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> Replay.of(file))
        .isInstanceOf(UnreadableVectorsException.class)
        .hasMessage(file + ": line 1: can't be read: Not in GZIP format");
  }

  private void refused(long line, String why, String... lines) {
    Path file = Vectors.file(folder, lines);

    assertThatThrownBy(() -> Replay.of(file))
        .isInstanceOf(UnreadableVectorsException.class)
        .hasMessage(file + ": line " + line + ": " + why);
  }
}
