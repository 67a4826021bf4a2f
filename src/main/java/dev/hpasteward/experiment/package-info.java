/**
 * Simulated runs side by side: service types under loads, HPAs against each other, grids of
 * settings.
 */
@NullMarked
package dev.hpasteward.experiment;

import org.jspecify.annotations.NullMarked;
