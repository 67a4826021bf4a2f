package dev.hpasteward.simulation.load;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/** Lines of CSV without quoted fields, one at a time. */
final class CsvLines {

  /** Longer than any two numbers; else a file without line ends would fill the memory. */
  private static final int LONGEST = 1000;

  private static final int BUFFER = 1 << 16;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Reader reader;
  private final char[] buffer = new char[BUFFER];
  private int length;
  private int at;
  private long number;
  private final StringBuilder line = new StringBuilder();
  private final List<String> fields = new ArrayList<>();
  private final List<Integer> columns = new ArrayList<>();

  CsvLines(Reader reader) {
    this.reader = reader;
  }

  /** Goes to the next line; false after the last. */
  boolean advance() throws IOException {
    int next = read();
    if (next < 0) {
      return false;
    }
    number++;
    line.setLength(0);
    while (next >= 0 && next != '\n') {
      append((char) next);
      next = read();
    }
    split();
    return true;
  }

  private void append(char next) {
    if (line.length() == LONGEST) {
      columns.clear();
      throw mistake(0, "the line is longer than 1000 characters", "write one point on each line");
    }
    boolean invisible = next == '\r' || (next == BYTE_ORDER_MARK && number == 1);
    if (!invisible) {
      line.append(next);
    }
  }

  private int read() throws IOException {
    if (at == length) {
      length = reader.read(buffer, 0, BUFFER);
      at = 0;
      if (length <= 0) {
        length = 0;
        return -1;
      }
    }
    return buffer[at++];
  }

  private void split() {
    fields.clear();
    columns.clear();
    int from = 0;
    while (from <= line.length()) {
      int comma = line.indexOf(",", from);
      int to = comma < 0 ? line.length() : comma;
      String field = line.substring(from, to);
      fields.add(field.strip());
      columns.add(from + 1 + field.length() - field.stripLeading().length());
      from = to + 1;
    }
  }

  /** The line's number, from 1. */
  long number() {
    return number;
  }

  boolean isBlank() {
    return fields.size() == 1 && fields.get(0).isEmpty();
  }

  int fields() {
    return fields.size();
  }

  /** Without blanks around it. */
  String field(int index) {
    return fields.get(index);
  }

  /** A mistake in this field of this line. */
  MalformedLoadException mistake(int field, String mistake, String remedy) {
    int column = field < columns.size() ? columns.get(field) : 1;
    return new MalformedLoadException(Math.max(1, number), column, mistake, remedy);
  }
}
