@NullMarked
package dev.hpasteward.rules;

import org.jspecify.annotations.NullMarked;
