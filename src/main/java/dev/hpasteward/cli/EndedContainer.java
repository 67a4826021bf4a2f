package dev.hpasteward.cli;

import io.quarkus.arc.Arc;
import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Leaves out the stack trace of a scheduled task that comes due while the program ends: whoever
 * reads the log after a failed start is to find the reason, not this.
 */
@LoggingFilter(name = "ended-container")
public final class EndedContainer implements Filter {

  private static final String SCHEDULER = "io.quarkus.scheduler.";

  public EndedContainer() {}

  @Override
  public boolean isLoggable(LogRecord record) {
    return Arc.container() != null
        || record.getLoggerName() == null
        || !record.getLoggerName().startsWith(SCHEDULER);
  }
}
