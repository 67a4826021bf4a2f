/** All objects of a cluster that have to do with scaling, as they are stored. */
@NullMarked
package dev.hpasteward.cluster.listing;

import org.jspecify.annotations.NullMarked;
