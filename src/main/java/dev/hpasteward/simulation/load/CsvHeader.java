package dev.hpasteward.simulation.load;

import java.util.Locale;
import java.util.Set;

/**
 * The first line of a recorded load, if it names the columns: two fields of which none is a number.
 */
final class CsvHeader {

  private static final Set<String> TIMES = Set.of("time", "seconds", "timestamp");
  private static final Set<String> SESSIONS = Set.of("sessions", "load", "wanted");

  private CsvHeader() {}

  /**
   * Whether this line is one.
   *
   * @throws MalformedLoadException if it names the columns in the wrong order
   */
  static boolean is(CsvLines lines) {
    if (lines.fields() != 2 || !isName(lines.field(0)) || !isName(lines.field(1))) {
      return false;
    }
    boolean sessionsFirst = SESSIONS.contains(name(lines.field(0)));
    if (sessionsFirst || TIMES.contains(name(lines.field(1)))) {
      throw lines.mistake(
          sessionsFirst ? 0 : 1,
          "the columns are in the wrong order: %s,%s".formatted(lines.field(0), lines.field(1)),
          "write time in seconds first and the number of sessions second");
    }
    return true;
  }

  private static boolean isName(String field) {
    String name = name(field);
    return !name.isEmpty() && !CsvNumber.isMeantAsNumber(name);
  }

  private static String name(String field) {
    return field.replace("\"", "").strip().toLowerCase(Locale.ROOT);
  }
}
