package dev.hpasteward.policy;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that somebody probably meant. */
public final class NearestName {
  /** Shorter parts stand in names by chance. */
  private static final int SHORTEST_PART = 4;

  private NearestName() {}

  /**
   * The known name that takes the fewest edits (insert, delete, replace, swap neighbours) from the
   * given one, letter case aside; if even that takes more than a third of its letters, the only one
   * that contains the given name; else empty.
   */
  public static Optional<String> of(String name, Collection<String> known) {
    if (name.isEmpty() || name.length() > 64) {
      return Optional.empty();
    }
    String wanted = name.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(
            candidate -> edits(wanted, candidate.toLowerCase(Locale.ROOT)) <= allowed(candidate))
        .min(
            Comparator.comparingInt(
                    (String candidate) -> edits(wanted, candidate.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()))
        .or(() -> containing(wanted, known));
  }

  private static Optional<String> containing(String wanted, Collection<String> known) {
    List<String> containing =
        known.stream()
            .filter(candidate -> candidate.toLowerCase(Locale.ROOT).contains(wanted))
            .toList();
    return wanted.length() >= SHORTEST_PART && containing.size() == 1
        ? Optional.of(containing.get(0))
        : Optional.empty();
  }

  private static int allowed(String candidate) {
    return Math.max(1, candidate.length() / 3);
  }

  private static int edits(String from, String to) {
    int[][] cost = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        cost[i][j] = i == 0 ? j : j == 0 ? i : step(cost, from, to, i, j);
      }
    }
    return cost[from.length()][to.length()];
  }

  private static int step(int[][] cost, String from, String to, int i, int j) {
    boolean same = from.charAt(i - 1) == to.charAt(j - 1);
    int best = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
    best = Math.min(best, cost[i - 1][j - 1] + (same ? 0 : 1));
    boolean swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
