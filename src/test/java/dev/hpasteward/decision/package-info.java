@NullMarked
package dev.hpasteward.decision;

import org.jspecify.annotations.NullMarked;
