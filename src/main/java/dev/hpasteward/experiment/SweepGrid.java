package dev.hpasteward.experiment;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All combinations of settings around those of an HPA. */
public final class SweepGrid {

  private SweepGrid() {}

  /**
   * The combinations, the HPA's own first.
   *
   * @param own what is varied
   * @param dimensions in which respects; about 1,400 combinations with all that an HPA can be told
   */
  public static List<Candidate> around(Candidate own, Set<Dimension> dimensions) {
    Stream<Candidate> grid = Stream.of(own);
    for (Dimension dimension : Dimension.values()) {
      if (dimensions.contains(dimension)) {
        grid = grid.flatMap(candidate -> around(candidate, dimension));
      }
    }
    return grid.distinct().toList();
  }

  private static Stream<Candidate> around(Candidate candidate, Dimension dimension) {
    return switch (dimension) {
      case TARGET -> SettingTargets.around(candidate);
      case TOLERANCE -> SettingTolerances.around(candidate);
      case WINDOW -> SettingWindows.around(candidate);
      case RATE -> SettingRates.around(candidate);
      case DELAY -> SettingDelays.around(candidate);
    };
  }
}
