package dev.hpasteward.simulation.promise;

import dev.hpasteward.simulation.promise.PromiseVerdict.Evidence;
import dev.hpasteward.simulation.run.RunPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first fault of each kind that a run showed, and how often there were more of that kind. */
final class Faults {

  private final Promise promise;
  private final Map<String, Fault> first = new LinkedHashMap<>();

  Faults(Promise promise) {
    this.promise = promise;
  }

  private static final class Fault {
    private final Outcome outcome;
    private final String sentence;
    private final @Nullable Evidence evidence;
    private int times = 1;
    private long last = Long.MIN_VALUE;

    private Fault(Outcome outcome, String sentence, @Nullable Evidence evidence) {
      this.outcome = outcome;
      this.sentence = sentence;
      this.evidence = evidence;
    }

    private String text() {
      return times == 1 ? sentence : "%s It was so %d times.".formatted(sentence, times);
    }
  }

  /** Whether there was one of this kind; if so it is counted. */
  boolean isKnown(String kind) {
    Fault known = first.get(kind);
    if (known != null) {
      known.times++;
    }
    return known != null;
  }

  /**
   * Whether there was one of this kind; if so it is counted, unless it has gone on since the sync
   * before.
   */
  boolean isKnown(String kind, long time) {
    Fault known = first.get(kind);
    if (known == null) {
      return false;
    }
    known.times += known.last < time - RunPlan.SYNC_PERIOD.toNanos() ? 1 : 0;
    known.last = time;
    return true;
  }

  /** Whether there was one of this kind. */
  boolean has(String kind) {
    return first.containsKey(kind);
  }

  /** The first of a kind. */
  void add(String kind, Outcome outcome, String sentence, @Nullable Evidence evidence) {
    first.put(kind, new Fault(outcome, sentence, evidence));
  }

  /** The first of a kind that may go on. */
  void add(String kind, long time, Outcome outcome, String sentence, Evidence evidence) {
    Fault fault = new Fault(outcome, sentence, evidence);
    fault.last = time;
    first.put(kind, fault);
  }

  /**
   * The verdict: the worst fault, and the others among the notes.
   *
   * @param otherwise the outcome without any fault
   * @param sentence what is said then
   * @param notes further sentences in any case
   */
  PromiseVerdict verdict(Outcome otherwise, String sentence, List<String> notes) {
    Fault worst = null;
    for (Fault fault : first.values()) {
      boolean worse = worst == null || fault.outcome.compareTo(worst.outcome) < 0;
      worst = worse ? fault : worst;
    }
    if (worst == null) {
      return new PromiseVerdict(promise, otherwise, sentence, null, notes);
    }
    List<String> all = new ArrayList<>();
    for (Fault fault : first.values()) {
      if (fault != worst) {
        all.add(fault.text());
      }
    }
    all.addAll(notes);
    return new PromiseVerdict(promise, worst.outcome, worst.text(), worst.evidence, all);
  }
}
