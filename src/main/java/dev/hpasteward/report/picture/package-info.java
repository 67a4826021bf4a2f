/** Simulated runs as pictures: what there is to see as values, and who draws it. */
@NullMarked
package dev.hpasteward.report.picture;

import org.jspecify.annotations.NullMarked;
