/** What is known of the cluster, and what follows from it for one object: values, no requests. */
@NullMarked
package dev.hpasteward.cluster.state;

import org.jspecify.annotations.NullMarked;
