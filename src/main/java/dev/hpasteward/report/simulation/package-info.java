/** Simulated runs in the forms that people and other programs read. */
@NullMarked
package dev.hpasteward.report.simulation;

import org.jspecify.annotations.NullMarked;
