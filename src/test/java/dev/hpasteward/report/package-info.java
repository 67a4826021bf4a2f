@NullMarked
package dev.hpasteward.report;

import org.jspecify.annotations.NullMarked;
