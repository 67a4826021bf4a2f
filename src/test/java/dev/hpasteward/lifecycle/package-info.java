/** The packaged program under restarts, overload and outages of what it stands on. */
@NullMarked
package dev.hpasteward.lifecycle;

import org.jspecify.annotations.NullMarked;
