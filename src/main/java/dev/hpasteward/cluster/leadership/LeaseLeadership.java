package dev.hpasteward.cluster.leadership;

import io.fabric8.kubernetes.client.KubernetesClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Leadership by the Lease {@code hpa-steward}. Before {@link #start}, without a cluster and without
 * permission for that Lease this process never leads, and everything else works.
 */
@ApplicationScoped
public class LeaseLeadership implements Leadership {

  private static final Logger LOG = Logger.getLogger(LeaseLeadership.class);

  private final Optional<String> namespace;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final ExecutorService listening =
      Executors.newSingleThreadExecutor(LeaseLeadership::listeningThread);
  private volatile @Nullable Candidacy candidacy;

  LeaseLeadership(@ConfigProperty(name = "hpa-steward.namespace") Optional<String> namespace) {
    this.namespace = namespace;
  }

  private static Thread listeningThread(Runnable task) {
    Thread thread = new Thread(task, "leadership-gained");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public boolean holds() {
    Candidacy standing = candidacy;
    return standing != null && standing.claim().holds();
  }

  /** How often another leader followed on one; 0 before the Lease was read. */
  int transitions() {
    Candidacy standing = candidacy;
    return standing == null ? 0 : standing.claim().transitions();
  }

  /**
   * Runs this each time that this process becomes leader, and at once if it is; on a thread apart,
   * one listener after another. Leadership may be lost again by the time that it runs.
   */
  public void onGained(Runnable listener) {
    listeners.add(listener);
    if (holds()) {
      listening.execute(() -> tell(listener));
    }
  }

  private void gained() {
    listeners.forEach(listener -> listening.execute(() -> tell(listener)));
  }

  private static void tell(Runnable listener) {
    try {
      listener.run();
    } catch (RuntimeException e) {
      LOG.error("what follows on becoming leader has failed", e);
    }
  }

  /** Starts to stand for election in this cluster; does not wait. */
  public synchronized void start(KubernetesClient client) {
    if (candidacy == null) {
      candidacy = Candidacy.start(client, namespace(client), this::gained);
    }
  }

  /** Where the Lease is, and all else that the processes of one installation share. */
  public String namespace(KubernetesClient client) {
    return LeaseNamespace.of(
        namespace, LeaseNamespace.OF_POD, client.getConfiguration().getNamespace());
  }

  /** Leads no more, so that another process takes over within seconds. Twice is fine. */
  public synchronized void handOver() {
    Candidacy standing = candidacy;
    if (standing != null) {
      standing.handOver();
    }
  }

  /** Hands over and closes the connection. */
  public synchronized void stop() {
    Candidacy standing = candidacy;
    if (standing != null) {
      standing.handOver();
      standing.close();
      candidacy = null;
    }
    listening.shutdownNow();
  }
}
