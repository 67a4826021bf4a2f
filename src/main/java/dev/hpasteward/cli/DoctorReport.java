package dev.hpasteward.cli;

import dev.hpasteward.cluster.doctor.Diagnosis;
import dev.hpasteward.cluster.doctor.Verdict;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Prints diagnoses as they come, and what they come to. */
final class DoctorReport {

  private final PrintWriter out;
  private final Palette palette;
  private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);

  DoctorReport(PrintWriter out, Palette palette) {
    this.out = out;
    this.palette = palette;
  }

  /** A line, and for what should be done another. */
  void add(Diagnosis diagnosis) {
    counts.merge(diagnosis.verdict(), 1, Integer::sum);
    String word = diagnosis.verdict().name().toLowerCase(Locale.ROOT);
    out.printf(
        "%s %s: %s%n",
        coloured(diagnosis.verdict(), "%-4s".formatted(word)),
        diagnosis.about(),
        diagnosis.found());
    if (!diagnosis.remedy().isEmpty()) {
      out.printf("     -> %s%n", diagnosis.remedy());
    }
    out.flush();
  }

  /** The last line; the exit code is 0 without a failure, else 1. */
  int end() {
    String summary =
        "%d ok, %d to look at, %d wrong, %d not told"
            .formatted(
                count(Verdict.OK), count(Verdict.WARN), count(Verdict.FAIL), count(Verdict.SKIP));
    boolean fine = count(Verdict.FAIL) == 0;
    out.println(fine ? palette.good(summary) : palette.bad(summary));
    out.flush();
    return fine ? 0 : 1;
  }

  private int count(Verdict verdict) {
    return counts.getOrDefault(verdict, 0);
  }

  private String coloured(Verdict verdict, String text) {
    return switch (verdict) {
      case OK -> palette.good(text);
      case WARN -> palette.warning(text);
      case FAIL -> palette.bad(text);
      case SKIP -> palette.faint(text);
    };
  }
}
