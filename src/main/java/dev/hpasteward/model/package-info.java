/**
 * What the rules look at: workloads, autoscalers, metrics, field paths and quantities, as values.
 */
@NullMarked
package dev.hpasteward.model;

import org.jspecify.annotations.NullMarked;
