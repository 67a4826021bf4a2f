@NullMarked
package dev.hpasteward.simulation.load;

import org.jspecify.annotations.NullMarked;
