package dev.hpasteward.deploy;

import static org.awaitility.Awaitility.await;

import dev.hpasteward.controlplane.Kubectl;
import dev.hpasteward.controlplane.ProgramProcess;
import dev.hpasteward.controlplane.ServedWebhook;
import dev.hpasteward.controlplane.ServiceRoutes;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A control plane of its own in which an overlay is installed as it is. Its kubelets run nothing,
 * so the packaged program stands in for the oldest pod: with the arguments of the Deployment, the
 * name of the pod, the policy of the ConfigMap, the certificate of the Secret if the overlay mounts
 * it, and the rights of the ServiceAccount. The API server reaches it by the Service.
 */
final class InstalledCluster implements AutoCloseable {

  private static final Path SCRIPTS = Path.of("src", "test", "control-plane");
  private static final String MOUNTED = "/etc/hpa-steward/policy";
  private static final String CERTIFICATES = "/etc/hpa-steward/certificates";
  private static final Duration BOUND = Duration.ofSeconds(60);

  /** A build of Kubernetes with nothing cached takes a quarter of an hour. */
  private static final int START_SECONDS = 1800;

  private final Path folder;
  private final ServiceRoutes routes;
  private final Kubectl kubectl;
  private @Nullable Pod pod;

  private InstalledCluster(Path folder, ServiceRoutes routes) {
    this.folder = folder;
    this.routes = routes;
    this.kubectl = new Kubectl(bin(), kubeconfig(), "hpa-steward");
  }

  /**
   * What stands in for a pod.
   *
   * @param name of the pod
   * @param service address of the Service
   * @param policy as the pod has it
   */
  private record Pod(String name, String service, String policy, ServedWebhook webhook) {}

  /** Starts all parts. */
  static InstalledCluster start() {
    try {
      Path folder = Files.createTempDirectory("hpa-steward-installed-");
      ServiceRoutes routes = ServiceRoutes.at(folder.resolve("routes"));
      Path cluster = folder.resolve("cluster");
      Path egress = Files.writeString(folder.resolve("egress.yaml"), routes.configuration());
      CommandOutput.within(
              START_SECONDS,
              SCRIPTS.resolve("up").toString(),
              "--quick",
              "--dir",
              cluster.toString(),
              "--while",
              String.valueOf(ProcessHandle.current().pid()),
              "--flag",
              "apiserver=--egress-selector-config-file=" + egress)
          .successful();
      return new InstalledCluster(cluster, routes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path bin() {
    return folder.resolve("bin");
  }

  Path kubeconfig() {
    return folder.resolve("kubeconfig");
  }

  /** kubectl in the namespace of the installation. */
  Kubectl kubectl() {
    return kubectl;
  }

  /** What the metrics APIs serve about a namespace. */
  void metrics(String namespace, String json) throws IOException {
    Properties ports = new Properties();
    try (var reader = Files.newBufferedReader(folder.resolve("ports"))) {
      ports.load(reader);
    }
    RestAssured.given()
        .contentType("application/json")
        .body(json)
        .put("http://127.0.0.1:" + ports.getProperty("METRICS_CONTROL_PORT") + "/" + namespace)
        .then()
        .statusCode(204);
  }

  /** What the program has said that stands in for a pod now; empty if there is none. */
  String log() {
    return pod == null ? "" : pod.webhook().program().output();
  }

  /**
   * Does what a kubelet would: ends the program with its pod, starts it for another pod, and hands
   * on the policy. Comes back when the pods are as the Deployment wants them and the program is
   * ready.
   */
  void settle() {
    List<String> pods = settledPods();
    if (pod != null && (pods.isEmpty() || !pods.get(0).equals(pod.name()))) {
      end();
    }
    if (!pods.isEmpty()) {
      if (pod == null) {
        pod = start(pods.get(0));
        routes.lead(pod.service(), port(pod.webhook()));
        awaitTrust();
      }
      pod = handOnPolicy(pod);
    }
  }

  private List<String> settledPods() {
    if (get("deployment/hpa-steward", ".metadata.name").isEmpty()) {
      return List.of();
    }
    kubectl.run("rollout", "status", "deployment/hpa-steward", "--timeout=50s").output();
    // The rollout does not wait for the old ones to be gone.
    String replicas = get("deployment/hpa-steward", ".spec.replicas");
    return await()
        .atMost(BOUND)
        .until(this::podNames, names -> names.size() == Integer.parseInt(replicas));
  }

  private List<String> podNames() {
    return kubectl
        .run(
            "get",
            "pods",
            "--selector=app.kubernetes.io/name=hpa-steward",
            "--sort-by=.metadata.name",
            "--output=jsonpath={range .items[*]}{.metadata.name}{'\\n'}{end}")
        .output()
        .lines()
        .toList();
  }

  private String get(String object, String path) {
    return kubectl.run("get", object, "--output=jsonpath={" + path + "}").stdout();
  }

  private Pod start(String name) {
    String policy = get("configmap/hpa-steward-policy", ".data.policy\\.yaml");
    write(policy);
    String arguments =
        get(
            "deployment/hpa-steward",
            "range .spec.template.spec.containers[0].args[*]}{@}{\"\\n\"}{end");
    Path certificates = folder.resolveSibling("certificates");
    if (arguments.contains(CERTIFICATES)) {
      mountSecret(certificates);
    }
    List<String> command = new ArrayList<>();
    arguments
        .lines()
        .map(argument -> argument.replace(MOUNTED, mounted().toString()))
        .map(argument -> argument.replace(CERTIFICATES, certificates.toString()))
        .forEach(command::add);
    command.addAll(
        List.of(
            "--port=0",
            "--management-port=0",
            "--host=127.0.0.1",
            "--kubeconfig=" + serviceAccount()));
    Map<String, String> environment =
        Map.of("POD_NAMESPACE", "hpa-steward", "HOSTNAME", name, "QUARKUS_SHUTDOWN_DELAY", "0s");
    ServedWebhook webhook =
        ServedWebhook.of(ProgramProcess.start(environment, command.toArray(String[]::new)), "")
            .awaitReady();
    return new Pod(name, get("service/hpa-steward", ".spec.clusterIP") + ":443", policy, webhook);
  }

  /** A pod waits until there is one. */
  private void mountSecret(Path certificates) {
    await()
        .atMost(BOUND)
        .until(() -> !get("secret/hpa-steward-certificate", ".metadata.name").isEmpty());
    try {
      Files.createDirectories(certificates);
      for (String key : List.of("tls.crt", "tls.key")) {
        String text = get("secret/hpa-steward-certificate", ".data." + key.replace(".", "\\."));
        Files.write(certificates.resolve(key), Base64.getDecoder().decode(text));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path mounted() {
    return folder.resolveSibling("policy");
  }

  private void write(String policy) {
    try {
      Path fresh = folder.resolveSibling("policy.new");
      Files.writeString(fresh, policy);
      Files.createDirectories(mounted());
      Files.move(fresh, mounted().resolve("policy.yaml"), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A kubeconfig of the ServiceAccount. */
  private Path serviceAccount() {
    try {
      String token =
          kubectl.run("create", "token", "hpa-steward", "--duration=24h").output().strip();
      Path file = folder.resolveSibling("account");
      Files.copy(kubeconfig(), file, StandardCopyOption.REPLACE_EXISTING);
      Kubectl own = new Kubectl(bin(), file, "hpa-steward");
      own.run("config", "set-credentials", "hpa-steward", "--token=" + token).output();
      own.run("config", "set-context", "--current", "--user=hpa-steward").output();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int port(ServedWebhook webhook) {
    return Integer.parseInt(webhook.url().substring(webhook.url().lastIndexOf(':') + 1));
  }

  /** Until every webhook that there is trusts the certificate of the Secret. */
  private void awaitTrust() {
    await()
        .atMost(BOUND)
        .until(
            () ->
                Stream.of("mutatingwebhookconfiguration", "validatingwebhookconfiguration")
                    .map(
                        kind ->
                            get(
                                kind + "/hpa-steward",
                                "range .webhooks[*]}{.name}={.clientConfig.caBundle}{\"\\n\"}{end"))
                    .flatMap(String::lines)
                    .noneMatch(line -> line.matches("[^=]*=")));
  }

  private Pod handOnPolicy(Pod to) {
    String policy = get("configmap/hpa-steward-policy", ".data.policy\\.yaml");
    if (policy.equals(to.policy())) {
      return to;
    }
    long before = policiesTaken(to);
    write(policy);
    await().atMost(BOUND).until(() -> policiesTaken(to) > before);
    return new Pod(to.name(), to.service(), policy, to.webhook());
  }

  private static long policiesTaken(Pod of) {
    return of.webhook()
        .program()
        .output()
        .lines()
        .filter(l -> l.contains("Policy in force"))
        .count();
  }

  private void end() {
    routes.clear();
    if (pod != null) {
      // As a kubelet does it, so that the Lease is handed over; but nobody has to be waited for.
      pod.webhook().program().close();
      pod = null;
    }
  }

  @Override
  public void close() {
    end();
    routes.close();
    CommandOutput.of(SCRIPTS.resolve("down").toString(), folder.toString()).successful();
    CommandOutput.of("rm", "-rf", folder.resolve("..").normalize().toString()).successful();
  }
}
