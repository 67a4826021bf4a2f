@NullMarked
package dev.hpasteward.cluster.policy;

import org.jspecify.annotations.NullMarked;
