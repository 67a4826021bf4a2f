package dev.hpasteward.cluster.leadership;

import static org.awaitility.Awaitility.await;

import dev.hpasteward.cluster.OwnApiServer;
import dev.hpasteward.controlplane.ControlPlane;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Several programs with one Lease, in a namespace of their own: that of their kubeconfig. */
final class Candidates implements AutoCloseable {

  /** A first leader has to wait for a Lease that an ended one has left. */
  private static final Duration FIRST = Duration.ofSeconds(60);

  private final Supplier<Path> kubeconfigs;
  private final String namespace;
  private final List<Candidate> running = new ArrayList<>();

  private Candidates(Supplier<Path> kubeconfigs, String namespace) {
    this.kubeconfigs = kubeconfigs;
    this.namespace = namespace;
  }

  /** None runs yet. */
  static Candidates of(Class<?> test) {
    ControlPlane controlPlane = ControlPlane.running(ControlPlane.Parts.API_SERVER);
    String namespace = controlPlane.namespace(test);
    try {
      Path copy = Files.createTempDirectory("hpa-steward-test-").resolve("kubeconfig");
      Files.copy(controlPlane.kubeconfig(), copy);
      controlPlane
          .kubectl()
          .inNamespace(namespace)
          .run("config", "set-context", "--current", "--kubeconfig=" + copy)
          .output();
      return new Candidates(() -> copy, namespace);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each as a ServiceAccount of its own, in the namespace default. */
  static Candidates withAccounts(OwnApiServer apiServer) {
    return new Candidates(new Accounts(apiServer)::next, "default");
  }

  String namespace() {
    return namespace;
  }

  /** Starts programs until so many run. */
  void ensure(int count) {
    while (running.size() < count) {
      running.add(Candidate.start(kubeconfigs.get()));
    }
  }

  /** It has ended, or will. */
  void without(Candidate ended) {
    running.remove(ended);
  }

  Candidate awaitLeader() {
    return awaitLeader(FIRST);
  }

  /** The one that leads, now or soon. */
  Candidate awaitLeader(Duration atMost) {
    return await()
        .atMost(atMost)
        .pollInterval(Duration.ofMillis(100))
        .pollDelay(Duration.ZERO)
        .until(this::leader, Optional::isPresent)
        .orElseThrow();
  }

  /** The others. */
  List<Candidate> besides(Candidate one) {
    return running.stream().filter(candidate -> !candidate.equals(one)).toList();
  }

  /**
   * The one that leads, of those that are not paused.
   *
   * @throws AssertionError if two lead at once
   */
  Optional<Candidate> leader() {
    List<Candidate> leaders =
        running.stream().filter(candidate -> !candidate.paused() && candidate.leads()).toList();
    for (Candidate one : leaders) {
      for (Candidate other : leaders) {
        // One that still leads after the other was seen to lead, has led at the same time.
        if (!one.equals(other) && one.leads() && other.leads() && one.leads()) {
          throw new AssertionError("two lead at once:\n" + one.output() + "\n" + other.output());
        }
      }
    }
    return leaders.stream().findFirst();
  }

  /** Kills what runs. */
  @Override
  public void close() {
    running.forEach(Candidate::kill);
    running.clear();
  }
}
