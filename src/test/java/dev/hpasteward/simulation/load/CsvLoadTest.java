package dev.hpasteward.simulation.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recorded loads, good ones and bad ones. */
class CsvLoadTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0,1\n15,2.5\n",
        "time,sessions\n0,1\n15,2.5",
        "\"seconds\",\"wanted\"\r\n0,1\r\n\r\n15,2.5\r\n",
        "\uFEFFtime,sessions\n 0 , 1 \n1.5e1,+2.5\n",
      })
  void pointsAreReadInOrder(String text) {
    assertThat(points(text))
        .containsExactly(new LoadPoint(0, 1), new LoadPoint(TimeUnit.SECONDS.toNanos(15), 2.5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'0,1|15';2;1;two fields",
        "'0,1|15,2,3';2;6;two fields",
        "'0,1|x,2';2;1;can't be read",
        "'time,sessions|time,sessions';2;1;can't be read",
        "'0,1|15,';2;4;can't be read",
        "'0,1|15,NaN';2;4;is no number",
        "'NaN,1';1;1;is no number",
        "'0,1|15,-Infinity';2;4;is no number",
        "'0,1|15,1e999';2;4;too large",
        "'0,1|15,0x1p3';2;4;can't be read",
        "'0,1|15,1f';2;4;can't be read",
        "'0,1|15,1-2';2;4;can't be read",
        "'0,1|15,  -3';2;6;is negative",
        "'-1,1';1;1;is negative",
        "'0,1|15,2|14.9,3';3;1;goes backwards",
        "'1e11,1';1;1;hundred years",
        "'\"0\",\"5\"|15,2';1;1;can't be read",
        "'O,5|15,2';1;1;can't be read",
        "'0,five|15,2';1;3;can't be read",
        "'time|15,2';1;1;two fields",
        "'NaN,NaN|15,2';1;1;is no number",
        "'sessions,time|15,2';1;1;wrong order",
        "'\"Load\",x|15,2';1;1;wrong order",
        "'x,seconds|15,2';1;3;wrong order",
      })
  void aMistakeIsToldWithLineAndColumn(String text, long line, int column, String mistake) {
    MalformedLoadException thrown =
        catchThrowableOfType(MalformedLoadException.class, () -> points(text.replace('|', '\n')));

    assertThat(thrown).hasMessageContaining(mistake);
    assertThat(thrown)
        .hasMessageStartingWith("line %d, column %d: ".formatted(line, column))
        .hasMessageContaining("; ");
    assertThat(thrown.line()).isEqualTo(line);
    assertThat(thrown.column()).isEqualTo(column);
  }

  @Test
  void aFileWithoutLineEndsDoesNotFillTheMemory() {
    assertThatThrownBy(() -> new CsvLoad(endless("1")).next())
        .isInstanceOf(MalformedLoadException.class)
        .hasMessageContaining("longer than 1000 characters");
  }

  @Test
  void aCheckTellsHowFarItGoes() {
    assertThat(CsvLoad.check(new StringReader("time,sessions\n5,7\n5,3\n60,4\n")))
        .isEqualTo(new CsvLoad.Extent(3, TimeUnit.SECONDS.toNanos(60), 3, 7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "time,sessions\n"})
  void aCheckRefusesARecordingWithoutPoints(String text) {
    assertThatThrownBy(() -> CsvLoad.check(new StringReader(text)))
        .isInstanceOf(MalformedLoadException.class)
        .hasMessageContaining("there is no point");
  }

  @Test
  void aMillionLinesAreStreamed() {
    assertThat(CsvLoad.check(repeated("0,12\n", 1_000_000)).points()).isEqualTo(1_000_000);
  }

  @Test
  void aReaderThatFailsIsToldAsSuch() {
    Reader broken =
        new Reader() {
          @Override
          public int read(char[] buffer, int offset, int length) throws IOException {
            throw new IOException("disk gone");
          }

          @Override
          public void close() {}
        };

    assertThatThrownBy(() -> new CsvLoad(broken).next())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("disk gone");
  }

  private static List<LoadPoint> points(String text) {
    CsvLoad load = new CsvLoad(new StringReader(text));
    List<LoadPoint> points = new ArrayList<>();
    for (LoadPoint point = load.next(); point != null; point = load.next()) {
      points.add(point);
    }
    return points;
  }

  private static Reader endless(String text) {
    return repeated(text, Integer.MAX_VALUE);
  }

  private static Reader repeated(String text, int times) {
    return new Reader() {
      private long at;

      @Override
      public int read(char[] buffer, int offset, int length) {
        long left = Math.min(length, (long) times * text.length() - at);
        for (int index = 0; index < left; index++) {
          buffer[offset + index] = text.charAt((int) ((at + index) % text.length()));
        }
        at += left;
        return left == 0 ? -1 : (int) left;
      }

      @Override
      public void close() {}
    };
  }
}
