@NullMarked
package dev.hpasteward.experiment;

import org.jspecify.annotations.NullMarked;
