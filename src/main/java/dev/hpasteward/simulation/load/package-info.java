/**
 * How many sessions people want at a time: shapes that are computed, and one that was recorded.
 * Times are nanoseconds since the start of the run.
 */
@NullMarked
package dev.hpasteward.simulation.load;

import org.jspecify.annotations.NullMarked;
