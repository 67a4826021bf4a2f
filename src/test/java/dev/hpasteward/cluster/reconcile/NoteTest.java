package dev.hpasteward.cluster.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told fits into an Event. */
class NoteTest {

  @Test
  void aShortTextStaysAsItIs() {
    String most = "a".repeat(1024);

    assertThat(new Note(Note.Kind.REPAIRED, most).text()).isEqualTo(most);
  }

  @Test
  void aLongTextIsCut() {
    assertThat(new Note(Note.Kind.REPAIRED, "a".repeat(1025)).text())
        .isEqualTo("a".repeat(1021) + "...");
  }

  /** The API server counts bytes (kubernetes, pkg/apis/core/validation/events.go). */
  @ParameterizedTest
  @ValueSource(strings = {"ä", "€", "😀"})
  void lettersOfSeveralBytesCountAsThoseAndAreNotCutInHalf(String letter) {
    String text = new Note(Note.Kind.REPAIRED, "a" + letter.repeat(1000)).text();

    assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(1020, 1024);
    assertThat(text).matches("a(" + letter + ")+\\.\\.\\.");
  }
}
