/**
 * The pods of a service under load: how many sessions they hold, what they use, how they come and
 * go. Times are nanoseconds since the start of the run.
 */
@NullMarked
package dev.hpasteward.simulation.workload;

import org.jspecify.annotations.NullMarked;
