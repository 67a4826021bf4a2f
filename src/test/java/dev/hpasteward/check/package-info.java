@NullMarked
package dev.hpasteward.check;

import org.jspecify.annotations.NullMarked;
