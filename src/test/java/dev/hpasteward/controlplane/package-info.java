/** A real Kubernetes control plane for tests, and the real kubectl to speak to it. */
@NullMarked
package dev.hpasteward.controlplane;

import org.jspecify.annotations.NullMarked;
