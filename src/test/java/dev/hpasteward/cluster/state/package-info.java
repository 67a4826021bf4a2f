@NullMarked
package dev.hpasteward.cluster.state;

import org.jspecify.annotations.NullMarked;
