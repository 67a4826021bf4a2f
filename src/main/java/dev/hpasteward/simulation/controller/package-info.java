/**
 * What the HorizontalPodAutoscaler controller of Kubernetes 1.36 decides, as functions on values:
 * time and everything that a cluster answers is passed in. Times are nanoseconds since the start of
 * the run, amounts are thousandths. {@code Controller} is the door; {@code docs/simulate.md} tells
 * how it is proved to agree with the original.
 */
@NullMarked
package dev.hpasteward.simulation.controller;

import org.jspecify.annotations.NullMarked;
