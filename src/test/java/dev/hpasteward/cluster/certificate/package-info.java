/** Tests of the certificates that the program keeps itself. */
@NullMarked
package dev.hpasteward.cluster.certificate;

import org.jspecify.annotations.NullMarked;
