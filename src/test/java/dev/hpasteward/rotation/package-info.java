/**
 * Certificates that the program keeps itself: two processes of the packaged program, and a real API
 * server that calls both.
 */
@NullMarked
package dev.hpasteward.rotation;

import org.jspecify.annotations.NullMarked;
