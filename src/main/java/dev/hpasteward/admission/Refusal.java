package dev.hpasteward.admission;

import java.util.Locale;

/** Why a request is turned away without a look at what it says: the program has enough to do. */
enum Refusal {
  /** As many reviews as may be are under way. */
  FULL("too many reviews are under way"),
  /** It has waited too long to be answered in time. */
  LATE("this review waited too long for its turn"),
  /** Large bodies take memory, so few are read at once. */
  LARGE("too many large reviews are under way"),
  /** Small ones take memory too, if one sender has many under way. */
  MANY("too many bytes of reviews are under way"),
  /** The process ends. */
  ENDING("this process ends");

  /** Whoever was refused may ask again; the API server does, within the webhook's time-out. */
  static final String SECONDS_UNTIL_NEXT = "1";

  private static final int UNAVAILABLE = 503;

  private final String reason;

  Refusal(String reason) {
    this.reason = reason;
  }

  /** As metrics call it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static int status() {
    return UNAVAILABLE;
  }

  /** An answer that permits nothing, for the user's eyes. */
  byte[] body() {
    return AnswerWriter.unread(
        UNAVAILABLE, "ServiceUnavailable", "hpa-steward did not judge: " + reason);
  }
}
