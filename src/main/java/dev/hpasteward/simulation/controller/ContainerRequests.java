package dev.hpasteward.simulation.controller;

/**
 * What a container requests.
 *
 * @param name unique in its pod
 * @param kind when it runs
 * @param requests its requests
 */
public record ContainerRequests(String name, Kind kind, Requests requests) {

  /** When a container runs. */
  public enum Kind {
    CONTAINER,
    /** An init container that restarts always. */
    SIDECAR,
    /** An init container that ends before the others start. */
    INIT
  }
}
