package dev.hpasteward.simulation.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conflicts are tried again, five times in all; other errors are not. */
class ScaleWriteTest {

  ScaleWriteTest() {}

  private static ScaleWrite write(int conflicts, WriteReply... then) {
    List<WriteReply> writes = new ArrayList<>();
    for (int index = 1; index <= conflicts; index++) {
      writes.add(new WriteReply(10L * index, "modified", true));
    }
    writes.addAll(List.of(then));
    ScaleReply.Found scale = new ScaleReply.Found(5, 1, 1, ScaleSelector.of("a=b"));
    return ScaleWrite.of(
        new SyncInputs(5, scale, PodList.of(List.of()), List.of(), List.of(), 7, writes, null));
  }

  @ParameterizedTest(name = "after {0} conflicts: {1} writes, answered at {2}, {3}")
  @CsvSource({"0, 1, 99,", "4, 5, 99,", "5, 5, 50, modified", "9, 5, 50, modified"})
  void conflictsAreTriedAgain(int conflicts, int count, long at, String error) {
    assertThat(write(conflicts, WriteReply.accepted(99)))
        .isEqualTo(new ScaleWrite(count, at, error));
  }

  @ParameterizedTest(name = "after {0} conflicts: {1} writes")
  @CsvSource({"0, 1", "2, 3"})
  void anotherErrorEndsIt(int conflicts, int count) {
    assertThat(write(conflicts, new WriteReply(99, "forbidden", false)))
        .isEqualTo(new ScaleWrite(count, 99, "forbidden"));
  }

  @ParameterizedTest(name = "after {0} conflicts: {1} writes")
  @CsvSource({"0, 1", "2, 3"})
  void aWriteWithoutAnAnswerIsAcceptedAtTheTimeOfTheDecision(int conflicts, int count) {
    assertThat(write(conflicts)).isEqualTo(new ScaleWrite(count, 7, null));
  }
}
