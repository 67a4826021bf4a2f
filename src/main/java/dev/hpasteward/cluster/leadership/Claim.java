package dev.hpasteward.cluster.leadership;

import java.util.Objects;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What this process knows of who leads; says it when that changes. */
final class Claim {

  private static final Logger LOG = Logger.getLogger(Claim.class);

  private final String identity;
  private final String lease;
  private final LongSupplier nanoTime;
  private final Runnable gained;
  private volatile Fence fence = Fence.CLOSED;
  private volatile int transitions;
  private boolean ended;
  private boolean leading;
  private @Nullable String holder;
  private @Nullable String problem;

  /**
   * Nobody leads yet.
   *
   * @param identity the name of this process in the Lease
   * @param lease the Lease as namespace/name
   * @param gained is run each time that this process becomes leader; must not take long
   */
  Claim(String identity, String lease, LongSupplier nanoTime, Runnable gained) {
    this.identity = identity;
    this.lease = lease;
    this.nanoTime = nanoTime;
    this.gained = gained;
  }

  boolean holds() {
    return fence.open(nanoTime.getAsLong());
  }

  /** How often another leader followed on one, as the Lease counts. */
  int transitions() {
    return transitions;
  }

  /** A record of ours was written. */
  synchronized void written(long requestedAt, int leaderTransitions) {
    look();
    problem = null;
    holder = identity;
    transitions = leaderTransitions;
    if (ended) {
      return;
    }
    fence = Fence.after(requestedAt);
    if (!leading && holds()) {
      leading = true;
      LOG.infof("this process leads: it is %s and holds the Lease %s", identity, lease);
      gained.run();
    }
  }

  /** The Lease was read: this is whom it names, null for nobody. */
  synchronized void seen(@Nullable String named, int leaderTransitions) {
    problem = null;
    transitions = leaderTransitions;
    if (!identity.equals(named)) {
      close("the Lease %s names %s".formatted(lease, named == null ? "nobody" : named));
      if (named != null && !named.equals(holder)) {
        LOG.infof("%s leads: it holds the Lease %s; this process is %s", named, lease, identity);
      }
    }
    holder = named;
  }

  /** Something could not be read or written; what was known stays true as long as it may. */
  synchronized void failed(RuntimeException fault) {
    String reason = reason(fault);
    if (!Objects.equals(reason, problem)) {
      LOG.warnf("the Lease %s can't be read or written: %s. Trying again", lease, reason);
    }
    problem = reason;
  }

  private static String reason(Throwable fault) {
    Throwable root = fault;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.toString() : root.getMessage();
  }

  /** The Lease is about to be released. */
  synchronized void giveUp() {
    close("it gives up the Lease %s".formatted(lease));
  }

  /** As {@link #giveUp}, for good: the process ends. */
  synchronized void end() {
    ended = true;
    if (leading && holds()) {
      leading = false;
      LOG.infof("this process no longer leads: it ends, and gives up the Lease %s", lease);
    }
    giveUp();
  }

  private void close(String why) {
    look();
    fence = Fence.CLOSED;
    lost(why);
  }

  /** Says so if the time has run out; holds() needs no one to look. */
  synchronized void look() {
    if (!holds()) {
      lost(
          "it has not renewed the Lease %s for %d s%s"
              .formatted(lease, Fence.OPEN.toSeconds(), problem == null ? "" : ": " + problem));
    }
  }

  private void lost(String why) {
    if (leading) {
      leading = false;
      LOG.warnf("this process no longer leads: %s", why);
    }
  }
}
