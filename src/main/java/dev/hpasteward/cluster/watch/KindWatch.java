package dev.hpasteward.cluster.watch;

import dev.hpasteward.cluster.state.Shelf;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one kind up to date. Whatever fails is tried again, after 1 to 32 s; what was seen before
 * stays meanwhile.
 *
 * @param <T> what is kept of an object
 */
public final class KindWatch<T> {

  /** Objects in one answer of the first list: a page of large Deployments stays below 10 MB. */
  private static final long PAGE = 200;

  private static final Logger LOG = Logger.getLogger(KindWatch.class);

  private final WatchedKind kind;
  private final ObjectReader<T> reader;
  private final Shelf<T, ?> shelf;
  private final Runnable progress;
  private volatile @Nullable Session<T> session;
  private volatile boolean synced;
  private volatile @Nullable String problem;

  /**
   * Not started yet.
   *
   * @param progress is told when all objects were seen, and when something went wrong
   */
  public KindWatch(WatchedKind kind, ObjectReader<T> reader, Shelf<T, ?> shelf, Runnable progress) {
    this.kind = kind;
    this.reader = reader;
    this.shelf = shelf;
    this.progress = progress;
  }

  private record Session<T>(
      SharedIndexInformer<GenericKubernetesResource> informer, ShelfStore<T> store) {

    void end() {
      store.close();
      informer.stop();
    }
  }

  public WatchedKind kind() {
    return kind;
  }

  /** How many objects are known. */
  public int size() {
    return shelf.size();
  }

  /** Whether it was started. */
  public boolean started() {
    return session != null;
  }

  /** Whether all objects were seen once since the start. */
  public boolean synced() {
    return synced;
  }

  /** Whether changes arrive, as far as this side of the connection can tell. */
  public boolean watching() {
    Session<T> running = session;
    return synced && running != null && running.informer().isWatching();
  }

  /** What went wrong last, if it has not gone right since. */
  public Optional<String> problem() {
    return watching() ? Optional.empty() : Optional.ofNullable(problem);
  }

  /** Starts it, or starts it anew if it has ended by itself. Does not wait. */
  public synchronized void ensureStarted(KubernetesClient client) {
    Session<T> earlier = session;
    if (earlier != null) {
      if (earlier.informer().isRunning()) {
        return;
      }
      earlier.end();
    }
    ShelfStore<T> store = new ShelfStore<>(kind, reader, shelf);
    SharedIndexInformer<GenericKubernetesResource> informer =
        client
            .genericKubernetesResources(kind.context())
            .inAnyNamespace()
            .withLimit(PAGE)
            .runnableInformer(0);
    informer.itemStore(store).removeNamespaceIndex().exceptionHandler(this::retryAfter);
    session = new Session<>(informer, store);
    try {
      var unused = informer.start().thenRun(() -> inSync(store));
    } catch (RuntimeException e) {
      retryAfter(false, e);
    }
  }

  /** Stops it; what was seen stays. */
  public synchronized void stop() {
    Session<T> running = session;
    if (running != null) {
      running.end();
      session = null;
    }
  }

  /** Stops it and forgets what was seen, since the kind is no more. */
  public synchronized void forget() {
    stop();
    synced = false;
    problem = null;
    shelf.clear();
    LOG.infof("%s: the API server no longer has this kind", kind.kind());
  }

  private synchronized void inSync(ShelfStore<T> store) {
    Session<T> running = session;
    if (running != null && running.store() == store) {
      synced = true;
      LOG.infof("%s: %d seen, changes are watched", kind.kind(), shelf.size());
      progress.run();
    }
  }

  /** The informer asks whether to go on: always. */
  private boolean retryAfter(boolean started, Throwable fault) {
    Throwable cause = fault;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String text = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    if (!text.equals(problem)) {
      LOG.warnf("%s can't be watched: %s. Trying again", kind.kind(), text);
    }
    problem = text;
    progress.run();
    return true;
  }
}
