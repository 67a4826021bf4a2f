/** Which of several processes writes to the cluster: one at a time, by a Lease. */
@NullMarked
package dev.hpasteward.cluster.leadership;

import org.jspecify.annotations.NullMarked;
