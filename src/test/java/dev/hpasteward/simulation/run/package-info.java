@NullMarked
package dev.hpasteward.simulation.run;

import org.jspecify.annotations.NullMarked;
