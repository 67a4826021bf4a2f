/** What the doctor makes of answers. */
@NullMarked
package dev.hpasteward.cluster.doctor;

import org.jspecify.annotations.NullMarked;
