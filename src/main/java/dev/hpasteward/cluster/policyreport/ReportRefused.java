package dev.hpasteward.cluster.policyreport;

import java.io.Serial;

/** The API server did not do what it was asked to. */
final class ReportRefused extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final int code;

  /**
   * A refusal.
   *
   * @param code the HTTP status; 0 if there was no answer
   * @param reason in the words of whoever knew best
   */
  ReportRefused(int code, String reason) {
    super(reason);
    this.code = code;
  }

  int code() {
    return code;
  }

  /** As a metric tells it. */
  String outcome() {
    return switch (code) {
      case 403 -> "forbidden";
      case 409 -> "conflict";
      default -> "failed";
    };
  }

  String reason() {
    String message = getMessage();
    return message == null ? "no reason given" : message;
  }
}
