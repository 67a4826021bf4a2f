@NullMarked
package dev.hpasteward.policy;

import org.jspecify.annotations.NullMarked;
