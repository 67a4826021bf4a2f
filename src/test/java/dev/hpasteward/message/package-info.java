@NullMarked
package dev.hpasteward.message;

import org.jspecify.annotations.NullMarked;
