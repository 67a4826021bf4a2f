@NullMarked
package dev.hpasteward.simulation.promise;

import org.jspecify.annotations.NullMarked;
