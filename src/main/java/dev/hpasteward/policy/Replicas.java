package dev.hpasteward.policy;

import java.util.OptionalInt;

/**
 * Replica bounds of a service type.
 *
 * @param min minReplicas that is injected, at least 1
 * @param max maxReplicas that is injected, at least {@code min}
 * @param floor the lowest minReplicas that an author may set; empty: any
 * @param ceiling the highest maxReplicas that an author may set; empty: any
 */
public record Replicas(int min, int max, OptionalInt floor, OptionalInt ceiling) {}
