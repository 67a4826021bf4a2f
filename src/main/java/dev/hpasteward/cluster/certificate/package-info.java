/**
 * Certificates without anybody's help: the leader keeps authority and certificate in a Secret, and
 * the webhook configurations trust it; every process serves what the Secret holds.
 */
@NullMarked
package dev.hpasteward.cluster.certificate;

import org.jspecify.annotations.NullMarked;
