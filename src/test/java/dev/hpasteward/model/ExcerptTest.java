package dev.hpasteward.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ExcerptTest {

  @Test
  void printableAsciiStaysAsItIs() {
    assertThat(Excerpt.plain(" livekit-egress~")).isEqualTo(" livekit-egress~");
    assertThat(Excerpt.quoted("sip")).isEqualTo("\"sip\"");
    assertThat(Excerpt.quoted("")).isEqualTo("\"\"");
  }

  @Test
  void quotesAndBackslashesAreEscaped() {
    assertThat(Excerpt.quoted("a\"b\\c")).isEqualTo("\"a\\\"b\\\\c\"");
  }

  @Test
  void controlCharactersAreEscaped() {
    assertThat(Excerpt.plain("a\nb\u001b[31m\u007f\u0000"))
        .isEqualTo("a\\u000ab\\u001b[31m\\u007f\\u0000");
  }

  @Test
  void lettersOutsideAsciiAreEscapedSoThatLookalikesShow() {
    assertThat(Excerpt.plain("s\u0456p")).isEqualTo("s\\u0456p");
    assertThat(Excerpt.plain("\uD83D\uDE00")).isEqualTo("\\ud83d\\ude00");
  }

  @Test
  void aLabelValueOfGreatestLengthIsShownInFull() {
    assertThat(Excerpt.plain("x".repeat(63))).isEqualTo("x".repeat(63));
  }

  @Test
  void longerTextIsCutAndSaysSo() {
    assertThat(Excerpt.plain("x".repeat(64))).isEqualTo("x".repeat(63) + "...");
    assertThat(Excerpt.quoted("x".repeat(64))).isEqualTo('"' + "x".repeat(63) + "...\"");
  }

  @Property(tries = 500)
  void nothingButPrintableAsciiComesOut(@ForAll String text) {
    assertThat(Excerpt.plain(text)).matches("[ -~]{0,381}");
  }
}
