/** Tests of who leads. */
@NullMarked
package dev.hpasteward.cluster.leadership;

import org.jspecify.annotations.NullMarked;
