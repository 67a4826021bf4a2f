package dev.hpasteward.admission;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/**
 * Prints the lines that reviews cause, all of some milliseconds at once: a review that hands over
 * its line neither waits for whoever reads what is printed, nor wakes the thread that prints it.
 * Lines past the limit are lost, since a review must not wait for a terminal.
 */
final class AuditOutput extends Handler {

  /** Lines that wait to be printed, of half a kilobyte each as a rule. */
  static final int LIMIT = 2048;

  /** Letters that wait: lines may be long, and memory is small. */
  static final int LETTERS = 2 * 1024 * 1024;

  private static final int GATHERED_MILLIS = 20;
  private static final int LAST_WORDS_MILLIS = 1000;

  private final PrintStream out;
  private final Thread printer = new Thread(this::print, "audit");
  private StringBuilder waiting = new StringBuilder();
  private int count;
  private boolean closed;

  /**
   * Prints with two forms of line.
   *
   * @param out where to
   * @param form of what is not for the audit: its lines are printed as they are
   */
  AuditOutput(PrintStream out, Formatter form) {
    this.out = out;
    setFormatter(form);
    printer.setDaemon(true);
    printer.start();
  }

  @Override
  public void publish(LogRecord line) {
    if (!isLoggable(line)) {
      return;
    }
    String text =
        AuditLog.CATEGORY.equals(line.getLoggerName())
            ? line.getMessage() + '\n'
            : getFormatter().format(line);
    synchronized (this) {
      if (closed || count == LIMIT || waiting.length() + text.length() > LETTERS) {
        return;
      }
      waiting.append(text);
      if (count++ == 0) {
        notifyAll();
      }
    }
  }

  private void print() {
    try {
      while (awaitFirst()) {
        Thread.sleep(GATHERED_MILLIS);
        // In one piece, so that no line of the log gets between.
        byte[] lines = taken().getBytes(UTF_8);
        out.write(lines, 0, lines.length);
        out.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether there is a line to print; false at the end. */
  private synchronized boolean awaitFirst() throws InterruptedException {
    while (count == 0 && !closed) {
      wait();
    }
    return count > 0;
  }

  private synchronized String taken() {
    String lines = waiting.toString();
    waiting = new StringBuilder();
    count = 0;
    return lines;
  }

  @Override
  public void flush() {
    // It is never long until the next lines are printed.
  }

  /** What has come by now is printed, if somebody reads it. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    try {
      printer.join(LAST_WORDS_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
