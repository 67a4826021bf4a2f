package dev.hpasteward.admission;

import io.vertx.core.http.HttpConnection;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The requests that have begun and not ended. One that takes too long loses its connection. */
final class OpenRequests {

  private final Set<Entry> open = ConcurrentHashMap.newKeySet();
  private final long longest;

  OpenRequests(Duration longest) {
    this.longest = longest.toNanos();
  }

  /** One request; compared by identity. */
  static final class Entry {

    private final HttpConnection connection;
    private final long since = System.nanoTime();

    private Entry(HttpConnection connection) {
      this.connection = connection;
    }
  }

  Entry begun(HttpConnection connection) {
    Entry entry = new Entry(connection);
    open.add(entry);
    return entry;
  }

  void ended(Entry entry) {
    open.remove(entry);
  }

  /** Closes the connections of those that take too long, and tells of each. */
  void cutSlow(Runnable cut) {
    long now = System.nanoTime();
    open.forEach(
        entry -> {
          if (now - entry.since > longest && open.remove(entry)) {
            cut.run();
            entry.connection.close();
          }
        });
  }
}
