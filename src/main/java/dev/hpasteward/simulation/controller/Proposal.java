package dev.hpasteward.simulation.controller;

/**
 * What the metrics ask for, before windows, rates and bounds.
 *
 * @param replicas how many pods
 * @param metric the one that asks for most
 */
public record Proposal(int replicas, MetricSpec metric) {}
