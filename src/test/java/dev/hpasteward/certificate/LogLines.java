package dev.hpasteward.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;

/** What a class logs while this is open, as level and message; nobody else sees it meanwhile. */
final class LogLines extends Handler {
  private final Logger logger;
  private final Formatter format = new PatternFormatter("%p %m");
  private final List<String> lines = new ArrayList<>();

  LogLines(Class<?> type) {
    this.logger = Logger.getLogger(type.getName());
    logger.setUseParentHandlers(false);
    logger.addHandler(this);
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void publish(LogRecord record) {
    lines.add(format.format(record));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setUseParentHandlers(true);
  }
}
