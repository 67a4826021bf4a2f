/**
 * The written strategy as values. Plain Java: it knows nothing of files, HTTP or Kubernetes
 * clients.
 */
@NullMarked
package dev.hpasteward.policy;

import org.jspecify.annotations.NullMarked;
