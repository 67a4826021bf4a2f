/**
 * Keeps every Deployment under policy at exactly the HPA that the policy asks for: plans are
 * values, made from what is known; only the last step writes.
 */
@NullMarked
package dev.hpasteward.cluster.reconcile;

import org.jspecify.annotations.NullMarked;
