/**
 * The webhook's TLS certificate: which one is served, how a new one replaces it without a dropped
 * connection, and how to make one where nobody else does.
 */
@NullMarked
package dev.hpasteward.certificate;

import org.jspecify.annotations.NullMarked;
