package dev.hpasteward.simulation.load;

/** A recorded load that can't be played. The message says where, what is wrong and what to do. */
public final class MalformedLoadException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long line;
  private final int column;

  /**
   * A mistake.
   *
   * @param line where it is, from 1
   * @param column where it is, from 1
   * @param mistake what is wrong
   * @param remedy what to do about it
   */
  public MalformedLoadException(long line, int column, String mistake, String remedy) {
    super("line %d, column %d: %s; %s".formatted(line, column, mistake, remedy));
    this.line = line;
    this.column = column;
  }

  /** From 1. */
  public long line() {
    return line;
  }

  /** From 1. */
  public int column() {
    return column;
  }
}
