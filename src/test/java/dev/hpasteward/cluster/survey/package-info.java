@NullMarked
package dev.hpasteward.cluster.survey;

import org.jspecify.annotations.NullMarked;
