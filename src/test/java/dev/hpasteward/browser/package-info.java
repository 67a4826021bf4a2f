/** Pages that the program writes, in a real browser. */
@NullMarked
package dev.hpasteward.browser;

import org.jspecify.annotations.NullMarked;
