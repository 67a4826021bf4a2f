package dev.hpasteward.simulation.promise;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a promise in a run.
 *
 * @param promise which one
 * @param outcome the worst of what the strategy's metrics came to
 * @param sentence in one or two sentences for people: what broke, when, and why; or what was kept
 * @param evidence the first time that it was not kept; null where it was, or where it can't be kept
 *     but the run did not show it
 * @param notes further sentences: other metrics, and measurements
 */
public record PromiseVerdict(
    Promise promise,
    Outcome outcome,
    String sentence,
    @Nullable Evidence evidence,
    List<String> notes) {

  public PromiseVerdict {
    notes = List.copyOf(notes);
  }

  /** Whether it was not kept for a reason that lies in the HPA. */
  public boolean isBroken() {
    return outcome == Outcome.BROKEN;
  }

  /**
   * The moment that a promise was not kept.
   *
   * @param time in nanoseconds since the start
   * @param metric which metric, or {@code sessions} or {@code replicas}
   * @param value what it was
   * @param threshold what it was to be held against; empty where there is no number
   */
  public record Evidence(long time, String metric, double value, Optional<Double> threshold) {}
}
