package dev.hpasteward.document;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.reader.StreamReader;

/** Reads a piece of a text, and counts places from the text's beginning. */
final class PieceReader extends StreamReader {

  private final int index;
  private final int line;
  private final int column;

  /** For a text in which nothing has been read. */
  PieceReader(String piece) {
    super(piece);
    this.index = 0;
    this.line = 0;
    this.column = 0;
  }

  /**
   * A piece that follows what has been read.
   *
   * @param end where that ends
   */
  PieceReader(String piece, Mark end) {
    super(piece);
    this.index = end.getIndex();
    this.line = end.getLine();
    this.column = end.getColumn();
  }

  @Override
  public Mark getMark() {
    Mark mark = super.getMark();
    return new Mark(
        mark.getName(),
        index + mark.getIndex(),
        line + mark.getLine(),
        mark.getLine() == 0 ? column + mark.getColumn() : mark.getColumn(),
        mark.getBuffer(),
        mark.getPointer());
  }
}
