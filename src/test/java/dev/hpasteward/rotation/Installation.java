package dev.hpasteward.rotation;

import static org.awaitility.Awaitility.await;

import dev.hpasteward.controlplane.ControlPlane;
import dev.hpasteward.controlplane.EnforcedNamespace;
import dev.hpasteward.controlplane.Kubectl;
import dev.hpasteward.controlplane.ProgramProcess;
import dev.hpasteward.controlplane.ReconciledCluster;
import dev.hpasteward.controlplane.ServedWebhook;
import dev.hpasteward.controlplane.WebhookManifest;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two processes that keep their certificate in a Secret of a namespace of their own, and are asked
 * about that namespace only: one mutates, the other validates, and no write passes without both.
 */
final class Installation implements AutoCloseable {

  static final String SECRET = "hpa-steward-certificate";

  private static final Duration SOON = Duration.ofSeconds(40);

  private final ControlPlane controlPlane;
  private final Kubectl kubectl;
  private final List<ServedWebhook> programs;
  private final WebhookManifest webhooks;

  private Installation(
      ControlPlane controlPlane,
      Kubectl kubectl,
      List<ServedWebhook> programs,
      WebhookManifest webhooks) {
    this.controlPlane = controlPlane;
    this.kubectl = kubectl;
    this.programs = programs;
    this.webhooks = webhooks;
  }

  /**
   * Starts both, and has the API server trust nobody yet.
   *
   * @param seconds how long the API server waits for a review: 3 in our manifests, more where the
   *     machine may be busy with other tests
   * @param times settings below {@code hpa-steward.certificate}, such as {@code LIFE}
   */
  static Installation start(Class<?> testClass, int seconds, Map<String, String> times) {
    return start(testClass, seconds, times, List.of(Map.of(), Map.of()));
  }

  /** The same with environment variables for the one and for the other. */
  static Installation start(
      Class<?> testClass,
      int seconds,
      Map<String, String> times,
      List<Map<String, String>> ofEach) {
    ControlPlane controlPlane = ControlPlane.running(ControlPlane.Parts.API_SERVER);
    String namespace = EnforcedNamespace.spared(controlPlane, testClass);
    Map<String, String> environment = new HashMap<>();
    environment.put("POD_NAMESPACE", namespace);
    environment.put("HPA_STEWARD_CERTIFICATE_CONFIGURATIONS", namespace);
    environment.put("HPA_STEWARD_CERTIFICATE_NAMES", "127.0.0.1");
    times.forEach((name, value) -> environment.put("HPA_STEWARD_CERTIFICATE_" + name, value));
    List<ProgramProcess> processes =
        ofEach.stream().map(own -> process(controlPlane, joined(environment, own))).toList();
    List<ServedWebhook> programs =
        processes.stream().map(process -> ServedWebhook.of(process, "")).toList();
    WebhookManifest webhooks =
        WebhookManifest.at(programs.get(0).url(), "")
            .validatingAt(programs.get(1).url())
            .narrowedTo(namespace, namespace)
            .failingClosed(seconds);
    Kubectl kubectl = controlPlane.kubectl().inNamespace(namespace);
    kubectl.run("create", "deployment", "web", "--image=web").output();
    webhooks.install(kubectl);
    ReplicaSlices slices = new ReplicaSlices(kubectl);
    for (int i = 0; i < programs.size(); i++) {
      slices.add("replica-" + i, programs.get(i));
    }
    return new Installation(controlPlane, kubectl, programs, webhooks);
  }

  private static ProgramProcess process(
      ControlPlane controlPlane, Map<String, String> environment) {
    return ProgramProcess.start(
        environment,
        "serve",
        "--port=0",
        "--management-port=0",
        // The Service's slices lead to an address of the network.
        "--host=0.0.0.0",
        "--policy=" + ReconciledCluster.POLICY,
        "--certificate-secret=" + SECRET,
        "--kubeconfig=" + controlPlane.kubeconfig());
  }

  private static Map<String, String> joined(Map<String, String> some, Map<String, String> others) {
    Map<String, String> all = new HashMap<>(some);
    all.putAll(others);
    return all;
  }

  Installation awaitReady() {
    programs.forEach(ServedWebhook::awaitReady);
    return this;
  }

  ControlPlane controlPlane() {
    return controlPlane;
  }

  Kubectl kubectl() {
    return kubectl;
  }

  List<ServedWebhook> programs() {
    return programs;
  }

  /** What an entry of the Secret holds; empty if it does not. */
  String secret(String key) {
    String encoded =
        kubectl
            .run("get", "secret", SECRET, "-o", "jsonpath={.data." + key.replace(".", "\\.") + "}")
            .stdout();
    return decoded(encoded);
  }

  /** The caBundle of each webhook, those of the mutating configuration first. */
  List<String> bundles() {
    return List.of("mutatingwebhookconfiguration", "validatingwebhookconfiguration").stream()
        .flatMap(
            kind ->
                kubectl
                    .run(
                        "get",
                        kind,
                        kubectl.namespace(),
                        "-o",
                        "jsonpath={range .webhooks[*]}{.clientConfig.caBundle}{\"\\n\"}{end}")
                    .output()
                    .lines())
        .map(Installation::decoded)
        .toList();
  }

  /** Until all webhooks trust the authority in the Secret, and that alone. */
  String awaitOneAuthority() {
    return await()
        .atMost(SOON)
        .until(
            () -> secret("ca.crt"),
            authority ->
                !authority.isEmpty()
                    && secret("previous-ca.crt").isEmpty()
                    && bundles().stream().allMatch(authority::equals));
  }

  /** Whether a write passes both programs now. */
  boolean reviewed() {
    return kubectl
            .run("autoscale", "deployment", "web", "--max=3", "--dry-run=server", "-o", "name")
            .exitCode()
        == 0;
  }

  /** Seconds until the certificate that the program serves expires, as it says. */
  static double expirySeconds(ServedWebhook program) {
    return metric(program, "hpa_steward_certificate_expiry_seconds");
  }

  /** How many old authorities are trusted besides, as the program says. */
  static double previousAuthorities(ServedWebhook program) {
    return metric(program, "hpa_steward_previous_authorities");
  }

  /** Whether the program says that it leads. */
  static boolean leads(ServedWebhook program) {
    return metric(program, "hpa_steward_leader") == 1;
  }

  private static double metric(ServedWebhook program, String name) {
    return RestAssured.given()
        .port(program.managementPort())
        .get("http://127.0.0.1/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElseThrow();
  }

  /** What both have logged. */
  String log() {
    return programs.get(0).program().output() + "\n" + programs.get(1).program().output();
  }

  private static String decoded(String text) {
    return new String(Base64.getDecoder().decode(text), StandardCharsets.US_ASCII);
  }

  @Override
  public void close() {
    webhooks.remove(kubectl);
    programs.forEach(program -> program.program().kill());
  }
}
