package dev.hpasteward.experiment;

import dev.hpasteward.policy.Windows;
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

  private static final Comparator<SweptRun> CHEAPEST =
      Comparator.comparingDouble(SweptRun::podHours)
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

  /** Whether the policy lets an author set these windows. */
  public boolean allows(SweptRun run) {
    Windows windows = scenario.type().windows();
    return run.settings().upWindow() <= windows.scaleUp().atMost()
        && run.settings().downWindow() >= windows.scaleDown().atLeast();
  }

  /** Those that keep every promise that can be kept, the cheapest first. */
  public List<SweptRun> keeping() {
    return runs.stream().filter(run -> !run.summary().isBroken()).sorted(CHEAPEST).toList();
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
