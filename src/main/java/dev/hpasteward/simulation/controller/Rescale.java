package dev.hpasteward.simulation.controller;

/**
 * A scaling that was tried.
 *
 * @param replicas what was written to the target's scale
 * @param writes how often: 1, or more after conflicts
 * @param done whether the last write was accepted
 * @param reason as in the event that tells of it
 */
public record Rescale(int replicas, int writes, boolean done, String reason) {}
