/** One small class for each rule of the strategy, and the one list of them. */
@NullMarked
package dev.hpasteward.rules;

import org.jspecify.annotations.NullMarked;
