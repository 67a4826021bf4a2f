package dev.hpasteward.cluster;

import static org.awaitility.Awaitility.await;

import dev.hpasteward.controlplane.Kubectl;
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
public final class OwnApiServer implements AutoCloseable {

  private static final Path SCRIPTS = Path.of("src", "test", "control-plane");
  private static final Path AUDIT_POLICY =
      Path.of("src", "test", "resources", "audit-policy.yaml").toAbsolutePath();
  private static final Duration BOUND = Duration.ofSeconds(60);

  private final Path folder;
  private final List<String> command;
  private final String etcd;

  private OwnApiServer(Path folder, List<String> command, String etcd) {
    this.folder = folder;
    this.command = command;
    this.etcd = etcd;
  }

  /**
   * Starts both; each request is in the audit log.
   *
   * @param flags more flags of the API server, such as {@code --watch-cache=false}
   */
  public static OwnApiServer start(String... flags) {
    try {
      Path folder = Files.createTempDirectory("hpa-steward-own-");
      List<String> up = new ArrayList<>();
      up.addAll(List.of(SCRIPTS.resolve("up").toString(), "--only", "etcd,apiserver"));
      up.addAll(List.of("--dir", folder.toString()));
      up.addAll(List.of("--while", String.valueOf(ProcessHandle.current().pid())));
      up.addAll(List.of("--flag", "apiserver=--audit-policy-file=" + AUDIT_POLICY));
      up.addAll(List.of("--flag", "apiserver=--audit-log-path=" + folder.resolve("audit.log")));
      for (String flag : flags) {
        up.addAll(List.of("--flag", "apiserver=" + flag));
      }
      run(up.toArray(String[]::new));
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

  /** The kubeconfig of a user who may do everything. */
  public Path kubeconfig() {
    return folder.resolve("kubeconfig");
  }

  /** A line for each request that it has answered. */
  public Path auditLog() {
    return folder.resolve("audit.log");
  }

  /** Its kubectl with this kubeconfig, in this namespace. */
  public Kubectl kubectl(Path as, String namespace) {
    return new Kubectl(folder.resolve("bin"), as, namespace);
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

  /** Runs kubectl, which has to succeed, and gives what it printed. */
  String kubectlOutput(String... arguments) {
    try {
      Path output = Files.createTempFile(folder, "kubectl", ".out");
      require(exitCode(words(arguments), ProcessBuilder.Redirect.INHERIT, output));
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int kubectl(String... arguments) {
    // A server that is not ready yet says so at length.
    return exitCode(words(arguments), ProcessBuilder.Redirect.DISCARD);
  }

  private List<String> words(String... arguments) {
    List<String> words = new ArrayList<>();
    words.add(folder.resolve("bin").resolve("kubectl").toString());
    words.add("--kubeconfig=" + kubeconfig());
    words.addAll(List.of(arguments));
    return words;
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
    return exitCode(words, said, Path.of("/dev/null"));
  }

  private static int exitCode(List<String> words, ProcessBuilder.Redirect said, Path printed) {
    try {
      Process process =
          new ProcessBuilder(words).redirectOutput(printed.toFile()).redirectError(said).start();
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
