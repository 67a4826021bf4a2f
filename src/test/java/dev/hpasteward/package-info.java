@NullMarked
package dev.hpasteward;

import org.jspecify.annotations.NullMarked;
