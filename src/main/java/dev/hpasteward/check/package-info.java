/** Manifests judged as admission would judge them, and no cluster asked. */
@NullMarked
package dev.hpasteward.check;

import org.jspecify.annotations.NullMarked;
