/** A service under simulated load: a plan goes in, figures and kept or broken promises come out. */
@NullMarked
package dev.hpasteward.simulation;

import org.jspecify.annotations.NullMarked;
