package dev.hpasteward.cluster.state;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All objects of a kind, by name and by one more key. Readers never wait; one writer at a time.
 *
 * @param <T> what is kept of an object
 * @param <K> what else objects are asked for by
 */
public final class Shelf<T, K> {

  private final Map<ObjectKey, Seen<T>> objects = new ConcurrentHashMap<>();
  private final Map<K, Map<ObjectKey, Seen<T>>> index = new ConcurrentHashMap<>();
  private final Function<T, Optional<K>> indexedBy;

  /**
   * An empty shelf.
   *
   * @param indexedBy the other key of an object, if it has one
   */
  public Shelf(Function<T, Optional<K>> indexedBy) {
    this.indexedBy = indexedBy;
  }

  public Optional<Seen<T>> get(ObjectKey key) {
    return Optional.ofNullable(objects.get(key));
  }

  /** Those with this other key, in no order. */
  public Collection<Seen<T>> by(K key) {
    Map<ObjectKey, Seen<T>> found = index.get(key);
    return found == null ? List.of() : found.values();
  }

  /** All of them, as they are while they are walked through. */
  public Collection<Seen<T>> all() {
    return objects.values();
  }

  public int size() {
    return objects.size();
  }

  /** Keeps it in place of what was kept of it before. */
  public synchronized void put(Seen<T> seen) {
    Optional<K> now = indexedBy.apply(seen.object());
    Seen<T> before = objects.put(seen.key(), seen);
    // The new place first: who looks meanwhile finds it twice rather than not at all.
    now.ifPresent(
        key -> index.computeIfAbsent(key, k -> new ConcurrentHashMap<>(1)).put(seen.key(), seen));
    if (before != null) {
      indexedBy
          .apply(before.object())
          .filter(key -> !now.equals(Optional.of(key)))
          .ifPresent(key -> withdraw(key, seen.key()));
    }
  }

  public synchronized void remove(ObjectKey key) {
    @Nullable Seen<T> before = objects.remove(key);
    if (before != null) {
      indexedBy.apply(before.object()).ifPresent(other -> withdraw(other, key));
    }
  }

  public synchronized void clear() {
    objects.clear();
    index.clear();
  }

  private void withdraw(K key, ObjectKey object) {
    Map<ObjectKey, Seen<T>> found = index.get(key);
    if (found != null) {
      found.remove(object);
      if (found.isEmpty()) {
        index.remove(key);
      }
    }
  }
}
