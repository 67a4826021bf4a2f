package dev.hpasteward.cluster.watch;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Immutable values that are the same in thousands of objects, such as the metrics of all HPAs of a
 * service type, held once. What no object has any longer goes by itself.
 */
final class SharedValues {

  private final Map<Object, WeakReference<Object>> values = new WeakHashMap<>();

  /** The value, or one that is the same and is held already. */
  synchronized <V> V shared(V value) {
    WeakReference<Object> reference = values.get(value);
    @Nullable Object known = reference == null ? null : reference.get();
    if (known == null) {
      values.put(value, new WeakReference<>(value));
      return value;
    }
    // Quantities of one amount are equal, and yet 500m must not be shown to the author of 0.5.
    if (!known.toString().equals(value.toString())) {
      return value;
    }
    @SuppressWarnings("unchecked") // equal values of records, and lists of them, are of one type
    V same = (V) known;
    return same;
  }
}
