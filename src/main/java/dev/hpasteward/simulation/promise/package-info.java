/** What the strategy promises, checked sync by sync while a run goes on. */
@NullMarked
package dev.hpasteward.simulation.promise;

import org.jspecify.annotations.NullMarked;
