@NullMarked
package dev.hpasteward.certificate;

import org.jspecify.annotations.NullMarked;
