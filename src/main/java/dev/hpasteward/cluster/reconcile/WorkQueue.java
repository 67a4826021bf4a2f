package dev.hpasteward.cluster.reconcile;

import dev.hpasteward.cluster.state.ObjectKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Deployments that are to be looked at. One that is in it comes out once, and nobody else gets it
 * until its worker is done; what happens to it meanwhile brings it back then.
 */
final class WorkQueue {

  /** In milliseconds; the clock may be set. */
  private static final long LONGEST_WAIT = 1000;

  /** In order of arrival, with the time of it. */
  private final Map<ObjectKey, Instant> ready = new LinkedHashMap<>();

  private final Map<ObjectKey, Instant> later = new HashMap<>();

  /** The same in order of time. */
  private final NavigableSet<Due> agenda =
      new TreeSet<>(
          Comparator.comparing(Due::at)
              .thenComparing(due -> due.key().namespace())
              .thenComparing(due -> due.key().name()));

  private final Set<ObjectKey> running = new HashSet<>();
  private final Map<ObjectKey, Instant> missed = new HashMap<>();

  private record Due(ObjectKey key, Instant at) {}

  /**
   * Work that was taken.
   *
   * @param key the Deployment
   * @param since when it became ready
   */
  record Work(ObjectKey key, Instant since) {}

  /** As soon as somebody is free. */
  synchronized void add(ObjectKey key, Instant now) {
    forget(key);
    if (running.contains(key)) {
      missed.putIfAbsent(key, now);
    } else {
      ready.putIfAbsent(key, now);
      notifyAll();
    }
  }

  /** Not before then; of several times the earliest holds. */
  synchronized void addAt(ObjectKey key, Instant at) {
    Instant known = later.get(key);
    if (!ready.containsKey(key) && (known == null || at.isBefore(known))) {
      forget(key);
      later.put(key, at);
      agenda.add(new Due(key, at));
      notifyAll();
    }
  }

  /** Whatever was to come later. */
  private void forget(ObjectKey key) {
    Instant at = later.remove(key);
    if (at != null) {
      agenda.remove(new Due(key, at));
    }
  }

  /** The next one; empty if there is none yet. */
  synchronized Optional<Work> poll(Instant now) {
    while (!agenda.isEmpty() && !agenda.first().at().isAfter(now)) {
      add(agenda.first().key(), now);
    }
    return ready.entrySet().stream()
        .findFirst()
        .map(
            entry -> {
              Work work = new Work(entry.getKey(), entry.getValue());
              ready.remove(work.key());
              running.add(work.key());
              return work;
            });
  }

  /** Whoever took it has finished with it. */
  synchronized void done(ObjectKey key) {
    running.remove(key);
    Instant since = missed.remove(key);
    if (since != null) {
      add(key, since);
    }
  }

  /** The next one, as soon as there is one. */
  synchronized Work take(InstantSource clock) throws InterruptedException {
    while (true) {
      Optional<Work> work = poll(clock.instant());
      if (work.isPresent()) {
        return work.get();
      }
      long millis =
          agenda.isEmpty()
              ? LONGEST_WAIT
              : Duration.between(clock.instant(), agenda.first().at()).toMillis();
      wait(Math.max(1, Math.min(millis, LONGEST_WAIT)));
    }
  }

  /** How many are ready or being worked on. */
  synchronized int size() {
    return ready.size() + running.size();
  }

  /** How many wait for a time. */
  synchronized int waiting() {
    return later.size();
  }
}
