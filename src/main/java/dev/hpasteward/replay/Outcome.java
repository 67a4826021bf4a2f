package dev.hpasteward.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a replay came to. */
public final class Outcome {

  /** So many differences are kept; the others are only counted. */
  private static final int SHOWN = 10;

  private final Map<String, Tally> calls = new TreeMap<>();
  private final Map<String, Tally> traces = new TreeMap<>();
  private final Map<String, Tally> syncs = new TreeMap<>();
  private final Map<String, Tally> optional = new TreeMap<>();
  private Tally open = Tally.NONE;
  private final List<Difference> differences = new ArrayList<>();

  Outcome() {}

  void call(String method, boolean agrees) {
    calls.merge(method, Tally.of(agrees), Tally::plus);
  }

  void sync(Trace trace, boolean agrees) {
    (trace.isOptional() ? optional : syncs).merge(trace.family(), Tally.of(agrees), Tally::plus);
  }

  void trace(Trace trace) {
    if (!trace.isOptional()) {
      traces.merge(trace.family(), Tally.of(trace.agrees()), Tally::plus);
    }
  }

  void open(Comparison comparison) {
    open = open.plus(new Tally(comparison.openAlike(), comparison.open()));
  }

  void difference(Difference difference) {
    if (differences.size() < SHOWN) {
      differences.add(difference);
    }
  }

  /** Calls of the calculator by method, in alphabetical order. */
  public Map<String, Tally> calls() {
    return calls;
  }

  /** Whole traces by family. */
  public Map<String, Tally> traces() {
    return traces;
  }

  /** Their syncs by family. */
  public Map<String, Tally> syncs() {
    return syncs;
  }

  /** Syncs with an alpha feature that is off by default, by family; they are no failures. */
  public Map<String, Tally> optional() {
    return optional;
  }

  /** Values that depend on the processor; they are no failures. */
  public Tally open() {
    return open;
  }

  /** The first ones, in the order of files and lines. */
  public List<Difference> differences() {
    return List.copyOf(differences);
  }

  /** Whether everything agrees that must. */
  public boolean agrees() {
    return calls.values().stream().allMatch(Tally::isWhole)
        && syncs.values().stream().allMatch(Tally::isWhole);
  }

  /** Whether there was nothing to replay. */
  public boolean isEmpty() {
    return calls.isEmpty() && syncs.isEmpty() && optional.isEmpty();
  }
}
