/** What the policy adds to an object that leaves something out, as edits. */
@NullMarked
package dev.hpasteward.synthesis;

import org.jspecify.annotations.NullMarked;
