/** HPA Steward: turns a written autoscaling strategy into running enforcement. */
@NullMarked
package dev.hpasteward;

import org.jspecify.annotations.NullMarked;
