package dev.hpasteward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** No container runs here, as when the program ends. */
class EndedContainerTest {

  private final EndedContainer filter = new EndedContainer();

  @Test
  void aTaskThatComesDueAtTheEndIsNotTold() {
    assertThat(filter.isLoggable(from("io.quarkus.scheduler.common.runtime.StatusEmitterInvoker")))
        .isFalse();
  }

  @Test
  void allElseIs() {
    assertThat(filter.isLoggable(from("dev.hpasteward.cli.PolicyWatch"))).isTrue();
    assertThat(filter.isLoggable(from(null))).isTrue();
  }

  private static LogRecord from(@Nullable String logger) {
    LogRecord record = new LogRecord(Level.SEVERE, "failed");
    record.setLoggerName(logger);
    return record;
  }
}
