/** The commands, and where the program is put together. */
@NullMarked
package dev.hpasteward.cli;

import org.jspecify.annotations.NullMarked;
