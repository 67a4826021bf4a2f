package dev.hpasteward.cluster.reconcile;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Something that people should read: it becomes an Event.
 *
 * @param kind which
 * @param text in a sentence, at most 1,024 bytes of UTF-8 (the API's bound for an Event's note)
 * @param autoscaler the HPA that it is about besides the Deployment; empty: none, or the one that
 *     is written
 */
record Note(Kind kind, String text, Optional<Regarded> autoscaler) {

  private static final int LONGEST = 1024;
  private static final String ELLIPSIS = "...";

  Note {
    text = cut(text);
  }

  private static String cut(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= LONGEST) {
      return text;
    }
    int end = LONGEST - ELLIPSIS.length();
    while (isInsideLetter(bytes[end])) {
      end--;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8) + ELLIPSIS;
  }

  /** UTF-8 marks all bytes of a letter but its first one so. */
  private static boolean isInsideLetter(byte next) {
    return (next & 0xC0) == 0x80;
  }

  Note(Kind kind, String text) {
    this(kind, text, Optional.empty());
  }

  /** What happened; the reason of the Event. */
  enum Kind {
    GENERATED("AutoscalerGenerated", true, "Generate"),
    REPAIRED("AutoscalerRepaired", true, "Repair"),
    FOLLOWED_POLICY("AutoscalerFollowsPolicy", true, "Repair"),
    ADOPTED("AutoscalerAdopted", true, "Adopt"),
    REMOVED("AutoscalerRemoved", true, "Remove"),
    MAXIMUM_RAISED("MaxReplicasRaised", false, "Generate"),
    NAME_TAKEN("AutoscalerNameTaken", false, "Generate"),
    NOT_ADOPTED("AutoscalerNotAdopted", false, "Adopt"),
    BREAKS_POLICY("AutoscalerBreaksPolicy", false, "Report"),
    PAUSE_UNREADABLE("PausedUntilUnreadable", false, "Wait"),
    CONTESTED("AutoscalerContested", false, "Repair"),
    WRITE_REFUSED("AutoscalerWriteRefused", false, "Generate");

    private final String reason;
    private final boolean normal;
    private final String action;

    Kind(String reason, boolean normal, String action) {
      this.reason = reason;
      this.normal = normal;
      this.action = action;
    }

    String reason() {
      return reason;
    }

    /** {@code Normal}, or {@code Warning} for what somebody should do something about. */
    String type() {
      return normal ? "Normal" : "Warning";
    }

    String action() {
      return action;
    }
  }
}
