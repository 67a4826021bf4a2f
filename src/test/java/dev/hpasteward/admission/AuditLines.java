package dev.hpasteward.admission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The audit log while this is open; nobody else sees it meanwhile. */
final class AuditLines extends Handler implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Logger logger = Logger.getLogger(AuditLog.CATEGORY);
  private final Level level;
  private final List<String> lines = new ArrayList<>();

  /** From this level on. */
  AuditLines(Level least) {
    this.level = logger.getLevel();
    logger.setLevel(least);
    logger.setUseParentHandlers(false);
    logger.addHandler(this);
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  /** The last one. */
  JsonNode last() {
    return parsed(lines.get(lines.size() - 1));
  }

  static JsonNode parsed(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError(line, e);
    }
  }

  @Override
  public void publish(LogRecord record) {
    lines.add(record.getMessage());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setUseParentHandlers(true);
    logger.setLevel(level);
  }
}
