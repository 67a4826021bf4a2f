package dev.hpasteward.cluster.state;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All objects of a kind, by name and by one more key. Readers never wait; one writer at a time.
 *
 * @param <T> what is kept of an object
 * @param <K> what else objects are asked for by
 */
public final class Shelf<T, K> {

  private final Map<ObjectKey, Seen<T>> objects = new ConcurrentHashMap<>();
  private final Map<K, List<Seen<T>>> index = new ConcurrentHashMap<>();
  private final Function<T, Optional<K>> indexedBy;
  private final List<Consumer<Change<T>>> listeners = new CopyOnWriteArrayList<>();

  /**
   * Something became different, and not only its version.
   *
   * @param key which object
   * @param before what was kept of it; empty if it is new
   * @param after what is kept now; empty if it is gone
   */
  public record Change<T>(ObjectKey key, Optional<Seen<T>> before, Optional<Seen<T>> after) {

    /** The object before, and as it is. */
    public List<T> objects() {
      return Stream.concat(before.stream(), after.stream()).map(Seen::object).toList();
    }
  }

  private final AtomicLong changes = new AtomicLong();

  /**
   * An empty shelf.
   *
   * @param indexedBy the other key of an object, if it has one
   */
  public Shelf(Function<T, Optional<K>> indexedBy) {
    this.indexedBy = indexedBy;
  }

  /** From now on tells of each change, in the thread that brings it. */
  public void onChange(Consumer<Change<T>> listener) {
    listeners.add(listener);
  }

  public Optional<Seen<T>> get(ObjectKey key) {
    return Optional.ofNullable(objects.get(key));
  }

  /** Those with this other key, in no order. */
  public List<Seen<T>> by(K key) {
    return index.getOrDefault(key, List.of());
  }

  /** All of them, as they are while they are walked through. */
  public Collection<Seen<T>> all() {
    return objects.values();
  }

  public int size() {
    return objects.size();
  }

  /**
   * Grows with each change of what is kept. A new version that says the same, such as one with
   * another status, is none.
   */
  public long changes() {
    return changes.get();
  }

  /** Keeps it in place of what was kept of it before. */
  public synchronized void put(Seen<T> seen) {
    Optional<K> now = indexedBy.apply(seen.object());
    Seen<T> before = objects.put(seen.key(), seen);
    // The new place first: who looks meanwhile finds it twice rather than not at all.
    now.ifPresent(key -> index.put(key, with(without(key, seen.key()), seen)));
    if (before != null) {
      indexedBy
          .apply(before.object())
          .filter(key -> !now.equals(Optional.of(key)))
          .ifPresent(key -> withdraw(key, seen.key()));
    }
    if (before == null
        || before.beingDeleted() != seen.beingDeleted()
        || !Objects.equals(before.object(), seen.object())) {
      tell(new Change<>(seen.key(), Optional.ofNullable(before), Optional.of(seen)));
    }
  }

  public synchronized void remove(ObjectKey key) {
    @Nullable Seen<T> before = objects.remove(key);
    if (before != null) {
      indexedBy.apply(before.object()).ifPresent(other -> withdraw(other, key));
      tell(new Change<>(key, Optional.of(before), Optional.empty()));
    }
  }

  public synchronized void clear() {
    List<Seen<T>> before = List.copyOf(objects.values());
    objects.clear();
    index.clear();
    before.forEach(seen -> tell(new Change<>(seen.key(), Optional.of(seen), Optional.empty())));
  }

  private void tell(Change<T> change) {
    changes.incrementAndGet();
    listeners.forEach(listener -> listener.accept(change));
  }

  private void withdraw(K key, ObjectKey object) {
    List<Seen<T>> left = without(key, object);
    if (left.isEmpty()) {
      index.remove(key);
    } else {
      index.put(key, left);
    }
  }

  private List<Seen<T>> without(K key, ObjectKey object) {
    return by(key).stream().filter(seen -> !seen.key().equals(object)).toList();
  }

  private static <T> List<Seen<T>> with(List<Seen<T>> others, Seen<T> seen) {
    // Hardly ever more than one: the smallest list there is.
    return others.isEmpty()
        ? List.of(seen)
        : Stream.concat(others.stream(), Stream.of(seen)).toList();
  }
}
