package dev.hpasteward.replay;

import static dev.hpasteward.replay.Vectors.SYNC;
import static dev.hpasteward.replay.Vectors.TRACE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes from sync to sync, where the recorded runs hardly show it. */
class TraceTest {

  private static final String TWO = TRACE.replace("\"syncs\":1", "\"syncs\":2");
  private static final String SECOND = SYNC.replace("\"sync\":0", "\"sync\":1");
  private static final String UNWRITTEN = "\"statusWrite\":\"none\"";
  private static final String WRITTEN = "\"statusWrite\":\"ok\"";

  @TempDir private Path folder;

  TraceTest() {}

  private void agrees(String... lines) throws UnreadableVectorsException {
    assertThat(Replay.of(Vectors.file(folder, lines)).differences()).isEmpty();
  }

  @Test
  void aStatusThatIsWrittenIsThereInTheNextSync() throws UnreadableVectorsException {
    agrees(TWO, SYNC, SECOND.replace(WRITTEN, UNWRITTEN));
  }

  @Test
  void aStatusThatIsLostIsNotThereInTheNextSync() throws UnreadableVectorsException {
    String lost =
        SYNC.replace("\"pods\":[]", "\"statusLost\":true,\"pods\":[]")
            .replace(WRITTEN, "\"statusWrite\":\"failed\"");

    agrees(TWO, lost, SECOND);
  }

  @Test
  void aControllerWhoseCacheLagsStartsFromTheStatusThatItSees() throws UnreadableVectorsException {
    String seen =
        """
        "statusSeen":{"currentReplicas":0,"desiredReplicas":0,"lastScaleTime":null,\
        "conditions":[],"currentMetrics":[]},"pods":[]""";

    agrees(TWO, SYNC, SECOND.replace("\"pods\":[]", seen));
  }

  @Test
  void whatItSeesMayBeWhatItWouldWrite() throws UnreadableVectorsException {
    String seen =
        """
        "statusSeen":{"currentReplicas":3,"desiredReplicas":4,"lastScaleTime":7.5,\
        "conditions":[{"type":"AbleToScale","status":"False","reason":"FailedGetScale",\
        "message":"the HPA controller was unable to get the target's current scale: not found"}],\
        "currentMetrics":[{"type":""},{"type":"External","name":"queue","value":5,\
        "quantity":"5m"}]},"pods":[]""";
    String same =
        SECOND
            .replace("\"pods\":[]", seen)
            .replace(WRITTEN, UNWRITTEN)
            .replace(
                "\"desiredReplicas\":0,\"currentReplicas\":0,\"scale",
                "\"desiredReplicas\":4,\"currentReplicas\":3,\"scale")
            .replace(
                "\"currentMetrics\":[],",
                """
                "currentMetrics":[{"type":""},{"type":"External","name":"queue","value":5,\
                "quantity":"5m"}],""");

    agrees(TWO, SYNC, same);
  }

  @Test
  void aNewObjectStartsWithAnEmptyStatus() throws UnreadableVectorsException {
    agrees(TWO, SYNC, SECOND.replace("\"pods\":[]", "\"statusReset\":true,\"pods\":[]"));
  }
}
