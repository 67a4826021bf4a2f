package dev.hpasteward.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * What a sweep came to.
 *
 * @param scenario what all settings were tried in
 * @param dimensions what was varied
 * @param runs one for each combination, that of the HPA itself first
 */
public record Sweep(Scenario scenario, Set<Dimension> dimensions, List<SweptRun> runs) {

  private static final Comparator<SweptRun> BEST =
      Comparator.comparingLong(SweptRun::notKeepable)
          .thenComparing(SweptRun::kept, Comparator.reverseOrder())
          .thenComparingDouble(SweptRun::podHours)
          .thenComparing(run -> run.summary().figures().turnedAway())
          .thenComparingDouble(SweptRun::minutesPast)
          .thenComparingInt(SweptRun::number);

  public Sweep {
    dimensions = Set.copyOf(dimensions);
    runs = List.copyOf(runs);
  }

  /**
   * Tries them all.
   *
   * @param own whose settings are varied
   * @param threads how many runs at once; the outcome is the same
   * @param done hears how many runs are over, from any thread
   */
  public static Sweep of(
      Scenario scenario, Candidate own, Set<Dimension> dimensions, int threads, IntConsumer done) {
    List<Candidate> grid = SweepGrid.around(own, dimensions);
    List<SweptRun> runs =
        ParallelRuns.of(
            IntStream.range(0, grid.size()).boxed().toList(),
            index -> {
              Candidate candidate = grid.get(index);
              return new SweptRun(
                  index + 1,
                  Settings.of(candidate),
                  StatedAutoscaler.isAllowed(scenario, candidate),
                  SimulatedRun.of(scenario, candidate).summary());
            },
            threads,
            done);
    return new Sweep(scenario, dimensions, runs);
  }

  /** That of the HPA itself. */
  public SweptRun own() {
    return runs.get(0);
  }

  /**
   * Those that break no promise. First come those of which the fewest promises can't be kept, then
   * those that keep the most, then the cheapest.
   */
  public List<SweptRun> keeping() {
    return runs.stream().filter(run -> !run.summary().isBroken()).sorted(BEST).toList();
  }

  /**
   * Those that no other beats in both pod-hours and minutes past a threshold, the cheapest first;
   * one of each kind of which several are alike.
   */
  public List<SweptRun> front() {
    List<SweptRun> front = new ArrayList<>();
    double least = Double.POSITIVE_INFINITY;
    Comparator<SweptRun> order =
        Comparator.comparingDouble(SweptRun::podHours)
            .thenComparingDouble(SweptRun::minutesPast)
            .thenComparing(run -> run.summary().isBroken())
            .thenComparingInt(SweptRun::number);
    for (SweptRun run : runs.stream().sorted(order).toList()) {
      if (run.minutesPast() < least) {
        least = run.minutesPast();
        front.add(run);
      }
    }
    return front;
  }
}
