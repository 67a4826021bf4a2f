package dev.hpasteward.cluster;

import java.util.concurrent.TimeoutException;

/** Why a request failed, in the words of whoever knew best. */
public final class Reason {

  private Reason() {}

  /** In one line. */
  public static String of(Throwable fault) {
    Throwable root = fault;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    if (root instanceof TimeoutException) {
      return "no answer in time";
    }
    String message = root.getMessage();
    return message == null ? root.getClass().getSimpleName() : message;
  }
}
