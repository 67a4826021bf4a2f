/** Informers: keep the state of the cluster as the API server tells it. */
@NullMarked
package dev.hpasteward.cluster.watch;

import org.jspecify.annotations.NullMarked;
