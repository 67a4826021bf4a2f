/** The manifests under {@code deploy/}. */
@NullMarked
package dev.hpasteward.deploy;

import org.jspecify.annotations.NullMarked;
