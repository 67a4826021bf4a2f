package dev.hpasteward.cluster;

import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** An API server and its etcd that a test may pause, end and start again: nobody else uses them. */
final class OwnApiServer implements AutoCloseable {

  private static final Path SCRIPTS = Path.of("src", "test", "control-plane");
  private static final Duration BOUND = Duration.ofSeconds(60);

  private final Path folder;
  private final List<String> command;
  private final String etcd;

  private OwnApiServer(Path folder, List<String> command, String etcd) {
    this.folder = folder;
    this.command = command;
    this.etcd = etcd;
  }

  static OwnApiServer start() {
    try {
      Path folder = Files.createTempDirectory("hpa-steward-own-");
      run(
          SCRIPTS.resolve("up").toString(),
          "--only",
          "etcd,apiserver",
          "--dir",
          folder.toString(),
          "--while",
          String.valueOf(ProcessHandle.current().pid()));
      Properties ports = new Properties();
      try (var reader = Files.newBufferedReader(folder.resolve("ports"))) {
        ports.load(reader);
      }
      String etcd = "http://127.0.0.1:" + ports.getProperty("ETCD_PORT");
      return new OwnApiServer(folder, commandOf(pid(folder)), etcd);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path kubeconfig() {
    return folder.resolve("kubeconfig");
  }

  /** It no longer answers, but its connections stay open. */
  void pause() {
    run("kill", "-STOP", String.valueOf(pid(folder)));
  }

  void resume() {
    run("kill", "-CONT", String.valueOf(pid(folder)));
  }

  /** Ends it at once; etcd goes on. */
  void end() {
    Optional<ProcessHandle> process = ProcessHandle.of(pid(folder));
    process.ifPresent(ProcessHandle::destroyForcibly);
    process.ifPresent(handle -> handle.onExit().join());
  }

  /** Starts it again if it has ended. */
  void ensureRunning() {
    if (ProcessHandle.of(pid(folder)).filter(ProcessHandle::isAlive).isEmpty()) {
      startAgain();
    }
  }

  /** Starts it again, with what etcd has by then. */
  void startAgain() {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("logs").resolve("apiserver-again.log").toFile())
              .start();
      String stat = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
      Files.writeString(
          folder.resolve("run").resolve("apiserver.pid"),
          process.pid() + " " + stat.split(" ", -1)[21] + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    await().atMost(BOUND).until(() -> kubectl("get", "--raw", "/readyz") == 0);
  }

  /** Creates this Deployment. */
  void createDeployment(String name) {
    require(kubectl("create", "deployment", name, "--image=livekit/egress", "--replicas=0"));
  }

  /** Deletes this Deployment of the namespace default behind the API server's back. */
  void deleteFromStore(String deployment) {
    String key = "/registry/deployments/default/" + deployment;
    String deleted =
        RestAssured.given()
            .body(
                "{\"key\":\"%s\"}"
                    .formatted(
                        Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8))))
            .post(etcd + "/v3/kv/deleterange")
            .then()
            .statusCode(200)
            .extract()
            .path("deleted");
    if (!"1".equals(deleted)) {
      throw new AssertionError(key + " is not in etcd: " + deleted);
    }
  }

  @Override
  public void close() {
    run(SCRIPTS.resolve("down").toString(), folder.toString());
  }

  private int kubectl(String... arguments) {
    List<String> words = new ArrayList<>();
    words.add(folder.resolve("bin").resolve("kubectl").toString());
    words.add("--kubeconfig=" + kubeconfig());
    words.addAll(List.of(arguments));
    // A server that is not ready yet says so at length.
    return exitCode(words, ProcessBuilder.Redirect.DISCARD);
  }

  private static void run(String... words) {
    require(exitCode(List.of(words), ProcessBuilder.Redirect.INHERIT));
  }

  private static void require(int exitCode) {
    if (exitCode != 0) {
      throw new AssertionError("it ended with " + exitCode);
    }
  }

  private static int exitCode(List<String> words, ProcessBuilder.Redirect said) {
    try {
      Process process =
          new ProcessBuilder(words)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(said)
              .start();
      if (!process.waitFor(10, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError(words + " does not end");
      }
      return process.exitValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static long pid(Path folder) {
    try {
      String words = Files.readString(folder.resolve("run").resolve("apiserver.pid"));
      return Long.parseLong(words.split(" ", -1)[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> commandOf(long pid) throws IOException {
    String words = Files.readString(Path.of("/proc", String.valueOf(pid), "cmdline"));
    return List.of(words.substring(0, words.length() - 1).split("\0", -1));
  }
}
