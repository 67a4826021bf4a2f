package dev.hpasteward.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What a command on this machine said.
 *
 * @param exitCode 0 for success
 * @param text both outputs as one
 */
record CommandOutput(int exitCode, String text) {

  private static final int LIMIT_SECONDS = 60;

  /**
   * Runs it to its end.
   *
   * @throws AssertionError if it has not ended after 60 s
   */
  static CommandOutput of(String... command) {
    return within(LIMIT_SECONDS, command);
  }

  /** The same with another limit. */
  static CommandOutput within(int seconds, String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      CompletableFuture<Boolean> late =
          CompletableFuture.supplyAsync(
                  process::destroyForcibly,
                  CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS))
              .thenApply(ended -> true);
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int exitCode = process.waitFor();
      if (late.getNow(false)) {
        throw new AssertionError(String.join(" ", command) + " was ended: " + text);
      }
      late.cancel(false);
      return new CommandOutput(exitCode, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * What a command said that has to succeed.
   *
   * @throws AssertionError with its own words if it did not
   */
  String successful() {
    if (exitCode != 0) {
      throw new AssertionError("ended with " + exitCode + ": " + text);
    }
    return text;
  }
}
