@NullMarked
package dev.hpasteward.simulation.workload;

import org.jspecify.annotations.NullMarked;
