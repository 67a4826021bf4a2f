/** The Kubernetes API server: looks up targets, registers the webhook. */
@NullMarked
package dev.hpasteward.cluster;

import org.jspecify.annotations.NullMarked;
