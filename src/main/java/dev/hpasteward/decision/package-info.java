/** Asks the rules about an object and says what follows: findings and whether they deny. */
@NullMarked
package dev.hpasteward.decision;

import org.jspecify.annotations.NullMarked;
