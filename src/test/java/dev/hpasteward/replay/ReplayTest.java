package dev.hpasteward.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parity: every vector recorded from the HPA controller of Kubernetes v1.36.3. */
class ReplayTest {

  private static final Path VECTORS = Path.of("src", "test", "resources", "hpa-traces");

  ReplayTest() {}

  /** Also those that need not agree, which are counted apart. */
  @Test
  void everyRecordedCallAndSyncAgrees() throws UnreadableVectorsException {
    Outcome outcome = Replay.of(VECTORS);

    assertThat(outcome.differences()).isEmpty();
    assertThat(outcome.agrees()).isTrue();
    assertThat(Tally.sum(outcome.calls().values())).isEqualTo(new Tally(4_000, 4_000));
    assertThat(Tally.sum(outcome.traces().values())).isEqualTo(new Tally(219, 219));
    assertThat(Tally.sum(outcome.syncs().values())).isEqualTo(new Tally(44_149, 44_149));
    assertThat(outcome.optional())
        .containsExactly(entry("scale-to-zero-gate", new Tally(239, 239)));
    assertThat(outcome.open()).isEqualTo(new Tally(91, 91));
  }

  @Test
  void aFolderWithoutVectorsIsAMistake() {
    Path folder = Path.of("src", "test", "resources", "golden");

    assertThatThrownBy(() -> Replay.of(folder))
        .isInstanceOf(UnreadableVectorsException.class)
        .hasMessage(folder + ": has no files named .jsonl or .jsonl.gz");
  }

  @Test
  void foldersAreWalkedAtAnyDepthAndNotIntoLoops(@TempDir Path folder)
      throws IOException, UnreadableVectorsException {
    Path below = Files.createDirectories(folder.resolve("a").resolve("b"));
    Vectors.file(below, Vectors.CALL);
    Files.writeString(below.resolve("README.md"), "no vectors");
    Files.createSymbolicLink(below.resolve("above"), folder);

    assertThat(Replay.of(folder).calls()).containsOnlyKeys("GetMetricReplicas");
    assertThat(Replay.of(folder).calls()).containsValue(new Tally(1, 1));
  }
}
