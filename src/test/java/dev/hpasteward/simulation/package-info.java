@NullMarked
package dev.hpasteward.simulation;

import org.jspecify.annotations.NullMarked;
