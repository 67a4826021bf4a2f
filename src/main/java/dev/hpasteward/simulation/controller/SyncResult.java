package dev.hpasteward.simulation.controller;

import org.jspecify.annotations.Nullable;

/**
 * What a sync came to.
 *
 * @param memory what the next sync starts with
 * @param stored the status that the next sync starts with
 * @param status the status that was to be written
 * @param statusWrite what came of that
 * @param proposal null where metrics were not asked, or failed so that nothing may be done
 * @param rescale null where nothing was to be scaled
 * @param error what the sync complained about; it may have scaled all the same
 */
public record SyncResult(
    ControllerMemory memory,
    AutoscalerStatus stored,
    AutoscalerStatus status,
    StatusWrite statusWrite,
    @Nullable Proposal proposal,
    @Nullable Rescale rescale,
    @Nullable String error) {

  /** How many pods the target wants from now on, given what it wanted before. */
  public int replicasAfter(int before) {
    return rescale != null && rescale.done() ? rescale.replicas() : before;
  }
}
