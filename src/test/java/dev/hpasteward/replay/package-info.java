@NullMarked
package dev.hpasteward.replay;

import org.jspecify.annotations.NullMarked;
