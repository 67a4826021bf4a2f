/**
 * The reconciler as users meet it: real kubectl, real controllers, the program as its own account.
 */
@NullMarked
package dev.hpasteward.reconciling;

import org.jspecify.annotations.NullMarked;
