@NullMarked
package dev.hpasteward.model;

import org.jspecify.annotations.NullMarked;
