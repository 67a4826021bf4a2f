package dev.hpasteward.source;

import dev.hpasteward.source.PolicyReload.InForce;
import dev.hpasteward.source.PolicyReload.Outcome;
import java.time.Instant;

/** A policy that may change while the program runs; the last good one stays in force. */
public interface FollowedPolicy {

  /** What holds now; may be asked by any thread at any time. */
  InForce inForce();

  /** Looks for a change; to be called about once a second. */
  Outcome look(Instant now);
}
