@NullMarked
package dev.hpasteward.cluster.resource;

import org.jspecify.annotations.NullMarked;
