/** The packaged program, called by a real API server, seen through the real kubectl. */
@NullMarked
package dev.hpasteward.acceptance;

import org.jspecify.annotations.NullMarked;
