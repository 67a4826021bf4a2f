package dev.hpasteward.cluster.certificate;

import dev.hpasteward.cluster.Reason;
import io.fabric8.kubernetes.client.dsl.Informable;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one object up to date, which may come and go. Whatever fails is tried again; what was seen
 * before stays meanwhile.
 *
 * @param <T> the object
 */
final class NamedWatch<T> {

  private static final Logger LOG = Logger.getLogger(NamedWatch.class);

  private final String title;
  private @Nullable SharedIndexInformer<T> informer;
  private volatile boolean known;
  private volatile @Nullable String problem;

  /**
   * Not started yet.
   *
   * @param title the object as people call it
   */
  NamedWatch(String title) {
    this.title = title;
  }

  /** Starts it, or starts it anew if it has ended by itself. Does not wait. */
  synchronized void ensureStarted(Informable<T> object) {
    SharedIndexInformer<T> earlier = informer;
    if (earlier != null) {
      if (earlier.isRunning()) {
        return;
      }
      earlier.stop();
    }
    SharedIndexInformer<T> started = object.runnableInformer(0);
    started.exceptionHandler((running, fault) -> retryAfter(fault));
    informer = started;
    try {
      var unused = started.start().thenRun(() -> known = true);
    } catch (RuntimeException e) {
      retryAfter(e);
    }
  }

  synchronized void stop() {
    if (informer != null) {
      informer.stop();
    }
  }

  /** Whether the API server has said once whether the object is there. */
  boolean known() {
    return known;
  }

  /** The object as it was seen last; empty if it is not there, or not known. */
  synchronized Optional<T> object() {
    return informer == null ? Optional.empty() : informer.getStore().list().stream().findFirst();
  }

  /** The informer asks whether to go on: always. */
  private boolean retryAfter(Throwable fault) {
    String text = Reason.of(fault);
    if (!text.equals(problem)) {
      LOG.warnf("%s can't be watched: %s. Trying again", title, text);
    }
    problem = text;
    return true;
  }
}
