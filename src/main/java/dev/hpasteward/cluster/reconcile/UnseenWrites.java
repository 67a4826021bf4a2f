package dev.hpasteward.cluster.reconcile;

import dev.hpasteward.cluster.state.ClusterState;
import dev.hpasteward.cluster.state.ObjectKey;
import dev.hpasteward.cluster.state.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What was written and is not yet shown by the watch: who decides on that would write it twice. */
final class UnseenWrites {

  /** A watch that lags by more than this has been lost, and a write twice is no harm. */
  private static final Duration AT_MOST = Duration.ofSeconds(5);

  private final ClusterState state;
  private final Map<ObjectKey, Written> written = new ConcurrentHashMap<>();

  /** What was written, on top of which version, and when. */
  private record Written(String name, Optional<String> onTopOf, Instant at) {}

  UnseenWrites(ClusterState state) {
    this.state = state;
  }

  /**
   * An HPA is being written.
   *
   * @param key its Deployment
   * @param onTopOf the resourceVersion that is replaced; empty for a new one
   */
  void wrote(ObjectKey key, String name, Optional<String> onTopOf, Instant now) {
    written.put(key, new Written(name, onTopOf, now));
  }

  /** When to look again because the watch does not show yet what was written last. */
  Optional<Instant> until(ObjectKey key, Instant now) {
    Written last = written.get(key);
    if (last == null) {
      return Optional.empty();
    }
    Optional<String> version =
        state
            .autoscalers()
            .get(new ObjectKey(key.namespace(), last.name()))
            .map(Seen::resourceVersion);
    Instant until = last.at().plus(AT_MOST);
    if (version.equals(last.onTopOf()) && now.isBefore(until)) {
      return Optional.of(until);
    }
    written.remove(key, last);
    return Optional.empty();
  }

  /** It was not written after all. */
  void failed(ObjectKey key) {
    written.remove(key);
  }
}
