package dev.hpasteward.cli;

import io.quarkus.runtime.QuarkusBindException;
import java.net.BindException;
import org.jspecify.annotations.Nullable;

/** The end of a program that served, or could not. */
final class ProgramEnd {

  private ProgramEnd() {}

  /**
   * Says why it ended, unless it was told to, and ends the process.
   *
   * @param fault what kept it from starting
   */
  static void with(int exitCode, @Nullable Throwable fault) {
    if (fault != null) {
      explain(fault);
    }
    System.exit(exitCode);
  }

  private static void explain(Throwable fault) {
    Throwable cause = fault;
    String around = "";
    while (cause.getCause() != null) {
      around = String.valueOf(cause.getMessage());
      cause = cause.getCause();
    }
    if (cause instanceof QuarkusBindException taken) {
      unbound("cannot listen on %s:%d".formatted(taken.getHost(), taken.getPort()), taken);
    } else if (cause instanceof BindException) {
      unbound(around, cause);
    } else {
      fault.printStackTrace();
    }
  }

  private static void unbound(String what, Throwable cause) {
    System.err.println(
        "hpa-steward: %s: %s; choose another address with --host, another port with --port or --management-port (0: any that is free)"
            .formatted(what, cause.getMessage()));
  }
}
