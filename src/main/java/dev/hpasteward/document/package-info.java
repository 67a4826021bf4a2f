/** Manifests as people write them: YAML and JSON, to raw trees that know their places. */
@NullMarked
package dev.hpasteward.document;

import org.jspecify.annotations.NullMarked;
