package dev.hpasteward.cluster.leadership;

import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaderElectionRecord;
import java.time.Duration;
import java.time.ZonedDateTime;

/**
 * What the Lease said, and since when this process has seen it say so. A lease runs out by the
 * reader's clock alone: the times in it are of the writer's clock, which may be wrong by any
 * amount.
 *
 * @param record what it said
 * @param since when it was first seen, by {@link System#nanoTime}
 */
record Sighting(LeaderElectionRecord record, long since) {

  /** After another look. */
  Sighting next(LeaderElectionRecord read, long now) {
    return read.equals(record) ? this : new Sighting(read, now);
  }

  /** The record as if it had been renewed when it was first seen. */
  LeaderElectionRecord on(ZonedDateTime clock, long now) {
    return new LeaderElectionRecord(
        record.getHolderIdentity(),
        record.getLeaseDuration(),
        record.getAcquireTime(),
        clock.minus(Duration.ofNanos(now - since)),
        record.getLeaderTransitions());
  }
}
