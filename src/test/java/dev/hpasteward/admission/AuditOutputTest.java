package dev.hpasteward.admission;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AuditOutputTest {

  private static final Formatter FORM = new PatternFormatter("%-5p %s%n");

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  AuditOutputTest() {}

  @Test
  void linesArePrintedInTheirOrderBeforeLong() {
    AuditOutput output = output();
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
    AuditOutput output = output();
    output.close();

    publish(output, "late");

    assertThat(printed.size()).isZero();
  }

  @Test
  @Timeout(30)
  void longLinesThatWaitTakeNoMoreMemoryThanShortOnes() {
    CountDownLatch reading = new CountDownLatch(1);
    AuditOutput output = new AuditOutput(new PrintStream(heldUpBy(reading)), FORM);
    String line = "x".repeat(12_000);
    publish(output, "the one that waits to be written");
    IntStream.range(0, AuditOutput.LIMIT).forEach(number -> publish(output, line));
    output.close();

    reading.countDown();

    int most = AuditOutput.LETTERS / line.length();
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> printed.toString(US_ASCII).lines().count() >= most);
    // Those that were taken before anybody was held up, and those that waited.
    assertThat(printed.toString(US_ASCII).lines().count()).isLessThanOrEqualTo(2L * most + 2);
  }

  @Test
  @Timeout(30)
  void whoeverDoesNotReadHoldsUpNobodyAndLosesWhatIsTooMuch() {
    CountDownLatch reading = new CountDownLatch(1);
    AuditOutput output = new AuditOutput(new PrintStream(heldUpBy(reading)), FORM);
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

  @Test
  void linesOfTheLogHaveItsFormAndStayBetweenThoseOfTheAudit() {
    AuditOutput output = output();
    publish(output, "{\"verdict\":\"allowed\"}");
    output.publish(record("dev.hpasteward.admission.Webhook", "denied CREATE of HPA \"é\""));
    publish(output, "{\"verdict\":\"denied\"}");
    output.close();

    assertThat(printed.toString(UTF_8))
        .isEqualTo(
            "{\"verdict\":\"allowed\"}\nINFO  denied CREATE of HPA \"é\"\n{\"verdict\":\"denied\"}\n");
  }

  private AuditOutput output() {
    return new AuditOutput(new PrintStream(printed), FORM);
  }

  private static void publish(AuditOutput output, String line) {
    output.publish(record(AuditLog.CATEGORY, line));
  }

  private static LogRecord record(String category, String line) {
    ExtLogRecord entry = new ExtLogRecord(Level.INFO, line, AuditOutputTest.class.getName());
    entry.setLoggerName(category);
    return entry;
  }
}
