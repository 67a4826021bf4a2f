package dev.hpasteward.simulation.load;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * A recorded load as CSV: two columns, time in seconds since the recording's start and the number
 * of sessions wanted. The first line may be a header; blank lines are skipped. Only one line is
 * kept at a time. The reader is closed by who opened it.
 */
public final class CsvLoad implements LoadPoints {

  private static final double NANOS_PER_SECOND = 1e9;

  /** A hundred years, which still fit into 64 bits as nanoseconds. */
  private static final double LONGEST = 100.0 * 365 * 24 * 3600;

  private final CsvLines lines;
  private long last;

  public CsvLoad(Reader reader) {
    this.lines = new CsvLines(reader);
  }

  /**
   * How far a recording goes.
   *
   * @param points how many points it has
   * @param end time of the last one, in nanoseconds
   * @param least the fewest sessions; 0 without points
   * @param most the most sessions; 0 without points
   */
  public record Extent(long points, long end, double least, double most) {}

  /**
   * Reads all of a recording, which tells of mistakes before anything is run.
   *
   * @throws MalformedLoadException at the first mistake; a recording without any point is one
   */
  public static Extent check(Reader reader) {
    CsvLoad load = new CsvLoad(reader);
    Extent extent = new Extent(0, 0, 0, 0);
    for (LoadPoint point = load.next(); point != null; point = load.next()) {
      double sessions = point.sessions();
      boolean first = extent.points() == 0;
      extent =
          new Extent(
              extent.points() + 1,
              point.time(),
              first ? sessions : Math.min(extent.least(), sessions),
              first ? sessions : Math.max(extent.most(), sessions));
    }
    if (extent.points() == 0) {
      throw load.lines.mistake(0, "there is no point", "write a line such as 0,12");
    }
    return extent;
  }

  @Override
  public @Nullable LoadPoint next() {
    try {
      while (lines.advance()) {
        if (!lines.isBlank() && !isHeader()) {
          return point();
        }
      }
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Only the first line can be one. */
  private boolean isHeader() {
    return lines.number() == 1 && CsvHeader.is(lines);
  }

  private LoadPoint point() {
    if (lines.fields() != 2) {
      throw lines.mistake(
          lines.fields() < 2 ? 0 : 2,
          "a line has two fields and this one has " + lines.fields(),
          "write time in seconds and number of sessions, such as 15,120");
    }
    double seconds = CsvNumber.read(lines, 0, "a time");
    if (seconds > LONGEST) {
      throw lines.mistake(
          0, "a time of more than a hundred years", "write seconds since the recording's start");
    }
    long time = Math.round(seconds * NANOS_PER_SECOND);
    if (time < last) {
      throw lines.mistake(0, "time goes backwards", "sort the lines by time");
    }
    last = time;
    return new LoadPoint(time, CsvNumber.read(lines, 1, "a number of sessions"));
  }
}
