@NullMarked
package dev.hpasteward.cluster.reconcile;

import org.jspecify.annotations.NullMarked;
