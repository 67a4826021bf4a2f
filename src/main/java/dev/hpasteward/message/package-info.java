/** Findings in words, the same for every door. */
@NullMarked
package dev.hpasteward.message;

import org.jspecify.annotations.NullMarked;
