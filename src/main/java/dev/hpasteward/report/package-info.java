/** What was found, in the forms that people and other programs read. */
@NullMarked
package dev.hpasteward.report;

import org.jspecify.annotations.NullMarked;
