/**
 * Runs: a service under load with the HPA controller's own algorithm, sync by sync, told to
 * observers.
 */
@NullMarked
package dev.hpasteward.simulation.run;

import org.jspecify.annotations.NullMarked;
