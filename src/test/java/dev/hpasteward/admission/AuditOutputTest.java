package dev.hpasteward.admission;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AuditOutputTest {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  AuditOutputTest() {}

  @Test
  void linesArePrintedInTheirOrderBeforeLong() {
    AuditOutput output = new AuditOutput(new PrintStream(printed));
    publish(output, "first");
    publish(output, "second");

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> printed.toString(US_ASCII).equals("first\nsecond\n"));

    publish(output, "third");
    output.close();
    assertThat(printed.toString(US_ASCII)).isEqualTo("first\nsecond\nthird\n");
  }

  @Test
  void afterTheEndNothingIsPrinted() {
    AuditOutput output = new AuditOutput(new PrintStream(printed));
    output.close();

    publish(output, "late");

    assertThat(printed.size()).isZero();
  }

  @Test
  @Timeout(30)
  void whoeverDoesNotReadHoldsUpNobodyAndLosesWhatIsTooMuch() {
    CountDownLatch reading = new CountDownLatch(1);
    AuditOutput output = new AuditOutput(new PrintStream(heldUpBy(reading)));
    publish(output, "the one that waits to be written");
    // It is taken before these, or is the first of them.
    IntStream.range(0, 3 * AuditOutput.LIMIT).forEach(line -> publish(output, "line"));
    output.close();

    reading.countDown();

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> printed.toString(US_ASCII).lines().count() >= AuditOutput.LIMIT);
    assertThat(printed.toString(US_ASCII).lines().count())
        .isBetween((long) AuditOutput.LIMIT, 2L * AuditOutput.LIMIT);
  }

  private OutputStream heldUpBy(CountDownLatch reading) {
    return new OutputStream() {
      @Override
      public void write(int character) {
        try {
          reading.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        printed.write(character);
      }
    };
  }

  private static void publish(AuditOutput output, String line) {
    output.publish(new LogRecord(Level.INFO, line));
  }
}
