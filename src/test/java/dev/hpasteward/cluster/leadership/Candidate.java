package dev.hpasteward.cluster.leadership;

import dev.hpasteward.controlplane.ServedWebhook;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** One packaged program among several that stand for election. */
final class Candidate {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration ANSWER = Duration.ofSeconds(60);

  private final ServedWebhook served;
  private boolean paused;

  private Candidate(ServedWebhook served) {
    this.served = served;
  }

  static Candidate start(Path kubeconfig) {
    return new Candidate(ServedWebhook.startReconciling("--kubeconfig=" + kubeconfig));
  }

  boolean paused() {
    return paused;
  }

  /** What its metrics say; it has to answer. */
  boolean leads() {
    return asked().join();
  }

  /** The same without waiting: a stopped process answers when it is resumed. */
  CompletableFuture<Boolean> asked() {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + served.managementPort() + "/q/metrics"))
            .timeout(ANSWER)
            .build();
    return HTTP.sendAsync(request, BodyHandlers.ofString())
        .thenApply(HttpResponse::body)
        .thenApply(Candidate::leader);
  }

  private static boolean leader(String metrics) {
    String line =
        metrics
            .lines()
            .filter(candidate -> candidate.startsWith("hpa_steward_leader "))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no hpa_steward_leader in: " + metrics));
    return switch (line) {
      case "hpa_steward_leader 1.0" -> true;
      case "hpa_steward_leader 0.0" -> false;
      default -> throw new AssertionError(line);
    };
  }

  void awaitLine(String part) {
    var unused = served.program().awaitLine(line -> line.contains(part));
  }

  String output() {
    return served.program().output();
  }

  /** Sends SIGSTOP. */
  void pause() {
    signal("STOP");
    paused = true;
  }

  /** Sends SIGCONT. */
  void resume() {
    signal("CONT");
    paused = false;
  }

  /** Sends SIGTERM and does not wait. */
  void tellToEnd() {
    signal("TERM");
  }

  /** Sends SIGKILL, which ends a stopped process too. */
  void kill() {
    served.program().kill();
  }

  /** Waits until it has ended. */
  int exitCode() {
    return served.program().exitCode();
  }

  private void signal(String name) {
    try {
      Process kill =
          new ProcessBuilder("kill", "-" + name, String.valueOf(served.program().pid()))
              .inheritIO()
              .start();
      if (kill.waitFor() != 0) {
        throw new AssertionError("no such process; it said:\n" + output());
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
