package dev.hpasteward.simulation.controller;

/** What came of asking for the target's scale. */
public sealed interface ScaleReply {

  /** When it was answered, in nanoseconds. */
  long at();

  /**
   * The scale.
   *
   * @param specReplicas how many pods are wanted
   * @param statusReplicas how many there are
   * @param selector which pods they are; build it once, it is checked then
   */
  record Found(long at, int specReplicas, int statusReplicas, ScaleSelector selector)
      implements ScaleReply {}

  /**
   * No scale.
   *
   * @param error the API server's words
   * @param unknownKind whether already the target's kind could not be looked up
   */
  record Failed(long at, String error, boolean unknownKind) implements ScaleReply {}
}
