@NullMarked
package dev.hpasteward.manifest;

import org.jspecify.annotations.NullMarked;
