package dev.hpasteward.cluster.leadership;

import java.time.Duration;

/** How long a leader leads without a word, and how soon that is noticed. */
final class LeaseTimes {

  /** What client-go and so kube-controller-manager take by default. */
  static final Duration LEASE = Duration.ofSeconds(15);

  /** A leader that could not renew for so long gives up; client-go's default too. */
  static final Duration RENEW_DEADLINE = Duration.ofSeconds(10);

  /**
   * The longest that a write should be under way: a leader writes nothing in the last seconds of
   * its lease, so that what it has sent is done before another takes over.
   */
  static final Duration WRITES_END = LEASE.minus(RENEW_DEADLINE);

  /**
   * Between two renewals; between two looks of the others 1 to 2.2 times as long, at random.
   * client-go's default is 2 s. With that a look may come 4.4 s after the last renewal and the next
   * 4.4 s after the lease has run out: 23.8 s without a leader. With this it is 18.3 s at most, and
   * 1.7 s after a leader that ended in good order.
   */
  static final Duration RETRY = Duration.ofMillis(750);

  /** One request for the Lease; two of them fit into the deadline. */
  static final Duration REQUEST = Duration.ofSeconds(4);

  private LeaseTimes() {}
}
