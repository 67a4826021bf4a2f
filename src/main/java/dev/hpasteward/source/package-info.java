/** Where the policy comes from: YAML, with every mistake reported at its line. */
@NullMarked
package dev.hpasteward.source;

import org.jspecify.annotations.NullMarked;
