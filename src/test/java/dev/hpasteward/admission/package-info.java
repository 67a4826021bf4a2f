@NullMarked
package dev.hpasteward.admission;

import org.jspecify.annotations.NullMarked;
