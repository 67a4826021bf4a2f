package dev.hpasteward.controlplane;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A script run to its end. What it says on standard error is passed on at once, and kept. */
final class Script {
  /** What {@code bash} and others answer for a program that is not there. */
  private static final int NOT_STARTED = 127;

  private Script() {}

  /**
   * @param exitCode 0 for success
   * @param stdout everything the script printed, without the blanks around it
   * @param stderr everything it said on standard error, line by line
   */
  record Result(int exitCode, String stdout, List<String> stderr) {}

  /**
   * Runs the command. After the limit it is ended, with all that it started, and the result says
   * so.
   *
   * @param listener gets each line of standard error as soon as it is there
   */
  static Result run(Duration limit, Consumer<String> listener, List<String> command) {
    Process process;
    try {
      process = new ProcessBuilder(command).redirectInput(new File("/dev/null")).start();
    } catch (IOException e) {
      return new Result(NOT_STARTED, "", List.of(String.valueOf(e.getMessage())));
    }
    Executor later = CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS);
    AtomicBoolean late = new AtomicBoolean();
    CompletableFuture<Void> watchdog =
        CompletableFuture.runAsync(
            () -> {
              late.set(true);
              end(process);
            },
            later);
    try (BufferedReader stderr = process.errorReader();
        BufferedReader stdout = process.inputReader()) {
      List<String> said = tee(stderr, listener);
      String printed = String.join("\n", stdout.lines().toList()).strip();
      int exitCode = process.waitFor();
      watchdog.cancel(false);
      if (late.get()) {
        said.add("(ended after " + limit.toSeconds() + " s)");
      }
      return new Result(exitCode, printed, List.copyOf(said));
    } catch (IOException e) {
      throw new IllegalStateException("could not read what " + command + " says", e);
    } catch (InterruptedException e) {
      end(process);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + command + " ran", e);
    }
  }

  private static List<String> tee(BufferedReader reader, Consumer<String> listener)
      throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      listener.accept(line);
      lines.add(line);
    }
    return lines;
  }

  private static void end(Process process) {
    // The script first: it must not go on once something it waits for has ended.
    List<ProcessHandle> started = process.descendants().toList();
    // Process.destroy would also close the streams that are being read.
    process.toHandle().destroy();
    started.forEach(ProcessHandle::destroy);
  }
}
