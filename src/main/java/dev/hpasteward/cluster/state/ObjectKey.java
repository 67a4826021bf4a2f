package dev.hpasteward.cluster.state;

/**
 * Which object of its kind.
 *
 * @param namespace its namespace; empty for what has none
 * @param name its name
 */
public record ObjectKey(String namespace, String name) {}
