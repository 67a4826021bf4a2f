package dev.hpasteward.controlplane;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A real Kubernetes API server on this machine. It is started by {@code src/test/control-plane/up}
 * when a test first asks for it, serves all tests of the JVM, and is taken down once the JVM has
 * ended, however it ends. A first build of Kubernetes takes minutes and reports its progress.
 *
 * <p>If it can't be started, every test that asks for it fails with the script's own words.
 */
public final class ControlPlane {
  /**
   * Environment variable with a kubeconfig that {@code src/test/control-plane/up} printed: the
   * tests then use that control plane instead of starting one, whichever parts it has.
   */
  public static final String KUBECONFIG_VARIABLE = "HPA_STEWARD_TEST_KUBECONFIG";

  /** The same for one with all parts, started with the flags of {@link Parts#ALL}. */
  public static final String WHOLE_KUBECONFIG_VARIABLE = "HPA_STEWARD_TEST_WHOLE_KUBECONFIG";

  /** The same for one that drops tolerances, started with the flags of {@link Parts#INTOLERANT}. */
  public static final String INTOLERANT_KUBECONFIG_VARIABLE =
      "HPA_STEWARD_TEST_INTOLERANT_KUBECONFIG";

  /** Each request that the API server of {@link Parts#ALL} has answered, a line each. */
  public static final Path AUDIT_LOG =
      Path.of("target", "audit-" + System.getProperty("it.process", "1"), "audit.log")
          .toAbsolutePath();

  private static final Path AUDIT_POLICY =
      Path.of("src", "test", "resources", "audit-policy.yaml").toAbsolutePath();

  private static final Path UP = Path.of("src", "test", "control-plane", "up");

  /** A build on a slow machine with nothing cached takes a quarter of an hour. */
  private static final Duration START_LIMIT = Duration.ofMinutes(30);

  /** The 63 characters of a name, less the parts before and after the class. */
  private static final int CLASS_NAME_LIMIT = 49;

  private final Path kubeconfig;

  private ControlPlane(Path kubeconfig) {
    this.kubeconfig = kubeconfig;
  }

  /** What is started. */
  public enum Parts {
    /**
     * etcd and the API server: objects are validated, defaulted and stored, and nothing acts on
     * them. A deleted namespace is never gone.
     */
    API_SERVER,
    /** The same, with the feature switched off that keeps an HPA's tolerances. */
    INTOLERANT,
    /**
     * The controller manager, the scheduler, nodes whose pods run nothing, and settable metrics
     * too. The autoscaler looks every second, and the API server keeps an audit log.
     */
    ALL;

    private List<String> options() {
      return switch (this) {
        case API_SERVER -> List.of("--only", "etcd,apiserver");
        case INTOLERANT ->
            List.of(
                "--only",
                "etcd,apiserver",
                "--flag",
                "apiserver=--feature-gates=HPAConfigurableTolerance=false");
        case ALL ->
            List.of(
                "--quick",
                "--flag",
                "apiserver=--audit-policy-file=" + AUDIT_POLICY,
                "--flag",
                "apiserver=--audit-log-path=" + AUDIT_LOG);
      };
    }

    private String variable() {
      return switch (this) {
        case API_SERVER -> KUBECONFIG_VARIABLE;
        case INTOLERANT -> INTOLERANT_KUBECONFIG_VARIABLE;
        case ALL -> WHOLE_KUBECONFIG_VARIABLE;
      };
    }
  }

  /**
   * The control plane with these parts, started if need be.
   *
   * @throws IllegalStateException if it did not start; the message says why and what to do
   */
  public static synchronized ControlPlane running(Parts parts) {
    // System properties, because each of Quarkus's class loaders has statics of its own.
    String key = ControlPlane.class.getName() + "." + parts;
    String failure = System.getProperty(key + ".failure");
    if (failure != null) {
      throw new IllegalStateException(failure);
    }
    String kubeconfig = System.getProperty(key);
    if (kubeconfig == null) {
      String given = System.getenv(parts.variable());
      kubeconfig = given == null || given.isBlank() ? start(parts, key) : checked(given, parts);
      System.setProperty(key, kubeconfig);
    }
    return new ControlPlane(Path.of(kubeconfig).toAbsolutePath());
  }

  /** Also keeps the tests from a cluster that somebody needs: only {@code up} leaves that link. */
  private static String checked(String kubeconfig, Parts parts) {
    if (Files.isExecutable(Path.of(kubeconfig).resolveSibling("bin").resolve("kubectl"))) {
      return kubeconfig;
    }
    throw new IllegalStateException(
        """
        %s is %s, and no running control plane has that kubeconfig.
        Set it to what %s printed, or unset it and the tests start a control plane of their own."""
            .formatted(parts.variable(), kubeconfig, UP));
  }

  private static String start(Parts parts, String key) {
    List<String> command = new ArrayList<>(List.of("bash", UP.toString()));
    command.addAll(parts.options());
    command.addAll(List.of("--while", String.valueOf(ProcessHandle.current().pid())));
    Script.Result result = Script.run(START_LIMIT, System.err::println, command);
    if (result.exitCode() == 0) {
      return result.stdout();
    }
    String failure =
        """
        The control plane for the tests did not start. %s ended with %d and said:
          %s
        If that names no remedy: %s lists what it needs."""
            .formatted(
                String.join(" ", command),
                result.exitCode(),
                String.join("\n  ", result.stderr()),
                UP.resolveSibling("README.md"));
    System.setProperty(key + ".failure", failure);
    throw new IllegalStateException(failure);
  }

  /** The kubeconfig of a user who may do everything. */
  public Path kubeconfig() {
    return kubeconfig;
  }

  /** The folder with {@code kubectl} and the other programs of the same Kubernetes version. */
  public Path bin() {
    return kubeconfig.resolveSibling("bin");
  }

  /** Where metrics are set, such as {@code http://127.0.0.1:45879}; a namespace's name follows. */
  public String metricsStub() {
    Properties ports = new Properties();
    try (Reader reader = Files.newBufferedReader(kubeconfig.resolveSibling("ports"))) {
      ports.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "http://127.0.0.1:" + ports.getProperty("METRICS_CONTROL_PORT");
  }

  /** kubectl for this control plane, in the namespace {@code default}. */
  public Kubectl kubectl() {
    return new Kubectl(bin(), kubeconfig(), "default");
  }

  /** Creates a namespace of its own for a test class and gives its name. */
  public String namespace(Class<?> testClass) {
    return namespace(testClass, Map.of());
  }

  /** Creates a namespace with these labels, of its own for a test class, and gives its name. */
  public String namespace(Class<?> testClass, Map<String, String> labels) {
    String words =
        testClass.getSimpleName().replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    String readable = words.replaceAll("[^a-z0-9]+", "-");
    String shortened = readable.substring(0, Math.min(readable.length(), CLASS_NAME_LIMIT));
    // A control plane that is used again still has the namespaces of earlier runs.
    String name = "test-" + shortened + "-" + UUID.randomUUID().toString().substring(0, 8);
    String labelsAsYaml =
        labels.entrySet().stream()
            .map(label -> "\"" + label.getKey() + "\": \"" + label.getValue() + "\"")
            .collect(Collectors.joining(", ", "{", "}"));
    kubectl()
        .runWithInput(
            """
            apiVersion: v1
            kind: Namespace
            metadata: {name: %s, labels: %s}
            """
                .formatted(name, labelsAsYaml),
            "create",
            "-f",
            "-")
        .output();
    return name;
  }
}
