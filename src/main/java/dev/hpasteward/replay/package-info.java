/**
 * Recorded runs of the real HPA controller, replayed: does the simulated one decide the same from
 * the same inputs? {@code docs/simulate.md} describes the files.
 */
@NullMarked
package dev.hpasteward.replay;

import org.jspecify.annotations.NullMarked;
