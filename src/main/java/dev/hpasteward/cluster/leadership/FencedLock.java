package dev.hpasteward.cluster.leadership;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaderElectionRecord;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.Lock;
import java.net.HttpURLConnection;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells the claim what was read and written, and when. Everything that fails leaves as the one
 * exception after which the elector tries again.
 */
final class FencedLock implements Lock {

  private final Lock lock;
  private final Claim claim;
  private final LongSupplier nanoTime;
  private @Nullable Sighting sighting;

  FencedLock(Lock lock, Claim claim, LongSupplier nanoTime) {
    this.lock = lock;
    this.claim = claim;
    this.nanoTime = nanoTime;
  }

  @Override
  @SuppressWarnings("NullAway") // null is how the client wants to hear that there is none
  public synchronized LeaderElectionRecord get(KubernetesClient client) {
    LeaderElectionRecord record;
    try {
      record = lock.get(client);
    } catch (RuntimeException e) {
      throw failure(e);
    }
    if (record == null) {
      claim.seen(null, 0);
      sighting = null;
      return null;
    }
    claim.seen(record.getHolderIdentity(), record.getLeaderTransitions());
    long now = nanoTime.getAsLong();
    Sighting seen = sighting == null ? new Sighting(record, now) : sighting.next(record, now);
    sighting = seen;
    return seen.on(ZonedDateTime.now(ZoneOffset.UTC), now);
  }

  @Override
  public void create(KubernetesClient client, LeaderElectionRecord record) {
    write(record, () -> lock.create(client, record));
  }

  @Override
  public void update(KubernetesClient client, LeaderElectionRecord record) {
    write(record, () -> lock.update(client, record));
  }

  private void write(LeaderElectionRecord record, Runnable request) {
    boolean ours = lock.identity().equals(record.getHolderIdentity());
    if (!ours) {
      claim.giveUp();
    }
    long requestedAt = nanoTime.getAsLong();
    try {
      request.run();
    } catch (RuntimeException e) {
      throw failure(e);
    }
    if (ours) {
      claim.written(requestedAt, record.getLeaderTransitions());
    }
  }

  private KubernetesClientException failure(RuntimeException fault) {
    KubernetesClientException known =
        fault instanceof KubernetesClientException same
            ? same
            : new KubernetesClientException(String.valueOf(fault), fault);
    // Somebody was faster: that is how it is decided who leads, and no trouble.
    if (known.getCode() != HttpURLConnection.HTTP_CONFLICT) {
      claim.failed(known);
    }
    return known;
  }

  @Override
  public String identity() {
    return lock.identity();
  }

  @Override
  public String describe() {
    return lock.describe();
  }
}
