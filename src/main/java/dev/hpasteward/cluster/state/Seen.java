package dev.hpasteward.cluster.state;

/**
 * An object as the API server last told it.
 *
 * @param <T> what is kept of it
 * @param key which one
 * @param object what is kept of it
 * @param resourceVersion which of its versions that is
 * @param beingDeleted whether it only waits for its finalizers
 */
public record Seen<T>(ObjectKey key, T object, String resourceVersion, boolean beingDeleted) {}
