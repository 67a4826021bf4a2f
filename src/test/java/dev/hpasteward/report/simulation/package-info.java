@NullMarked
package dev.hpasteward.report.simulation;

import org.jspecify.annotations.NullMarked;
