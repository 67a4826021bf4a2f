@NullMarked
package dev.hpasteward.synthesis;

import org.jspecify.annotations.NullMarked;
