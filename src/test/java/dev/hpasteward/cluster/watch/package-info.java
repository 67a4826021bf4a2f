@NullMarked
package dev.hpasteward.cluster.watch;

import org.jspecify.annotations.NullMarked;
