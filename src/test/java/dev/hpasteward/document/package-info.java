@NullMarked
package dev.hpasteward.document;

import org.jspecify.annotations.NullMarked;
