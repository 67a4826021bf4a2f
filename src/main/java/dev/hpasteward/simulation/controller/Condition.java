package dev.hpasteward.simulation.controller;

/**
 * A condition in an HPA's status.
 *
 * @param type what it is about
 * @param holds its status: {@code True} or {@code False}
 * @param reason one word, such as {@code ScaleDownStabilized}
 * @param message a sentence for people
 * @param since when its status last changed, in nanoseconds
 */
public record Condition(Type type, boolean holds, String reason, String message, long since) {

  /** What a condition is about. */
  public enum Type {
    ABLE_TO_SCALE("AbleToScale"),
    SCALING_ACTIVE("ScalingActive"),
    SCALING_LIMITED("ScalingLimited"),
    SCALED_TO_ZERO("ScaledToZero");

    private final String id;

    Type(String id) {
      this.id = id;
    }

    /** As the API writes it. */
    public String id() {
      return id;
    }
  }
}
