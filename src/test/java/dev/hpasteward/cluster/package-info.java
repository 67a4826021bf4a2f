@NullMarked
package dev.hpasteward.cluster;

import org.jspecify.annotations.NullMarked;
