/** The Kubernetes API server: what is known of its objects, and the webhook's registration. */
@NullMarked
package dev.hpasteward.cluster;

import org.jspecify.annotations.NullMarked;
