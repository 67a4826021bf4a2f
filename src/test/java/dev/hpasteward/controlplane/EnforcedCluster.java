package dev.hpasteward.controlplane;

import dev.hpasteward.certificate.SelfMadeCertificates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A real API server that calls the packaged program by the configurations of {@code
 * deploy/webhooks.yaml}: started once for all tests of the JVM.
 */
public final class EnforcedCluster {

  private static final Pattern PORTS =
      Pattern.compile(".*serving https on port (\\d+), health and metrics on port (\\d+);.*");

  private static @Nullable EnforcedCluster running;

  private final ControlPlane controlPlane;
  private final ProgramProcess program;
  private final String url;
  private final int managementPort;

  private EnforcedCluster(
      ControlPlane controlPlane, ProgramProcess program, String url, int managementPort) {
    this.controlPlane = controlPlane;
    this.program = program;
    this.url = url;
    this.managementPort = managementPort;
  }

  /** The cluster, started if need be. */
  public static synchronized EnforcedCluster running() {
    if (running == null) {
      running = start(ControlPlane.running(ControlPlane.Parts.API_SERVER));
    }
    return running;
  }

  private static EnforcedCluster start(ControlPlane controlPlane) {
    try {
      Path certificates = Files.createTempDirectory("hpa-steward-test-");
      String authority =
          SelfMadeCertificates.write(
              certificates, List.of("127.0.0.1"), Duration.ofDays(1), Instant.now());
      ProgramProcess program =
          ProgramProcess.start(
              "serve",
              "--port=0",
              "--management-port=0",
              "--host=127.0.0.1",
              "--certificates=" + certificates,
              "--kubeconfig=" + controlPlane.kubeconfig());
      Matcher ports = PORTS.matcher(program.awaitLine(line -> PORTS.matcher(line).matches()));
      if (!ports.matches()) {
        throw new AssertionError("no ports in: " + program.output());
      }
      String url = "https://127.0.0.1:" + ports.group(1);
      WebhookManifest.at(url, authority).except("media").install(controlPlane.kubectl());
      return new EnforcedCluster(controlPlane, program, url, Integer.parseInt(ports.group(2)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** kubectl in a namespace of its own for a test class. */
  public Kubectl kubectl(Class<?> testClass) {
    return controlPlane.kubectl().inNamespace(controlPlane.namespace(testClass));
  }

  /** The same with labels on the namespace. */
  public Kubectl kubectl(Class<?> testClass, Map<String, String> labels) {
    return controlPlane.kubectl().inNamespace(controlPlane.namespace(testClass, labels));
  }

  public ControlPlane controlPlane() {
    return controlPlane;
  }

  public ProgramProcess program() {
    return program;
  }

  /** Where the webhook is. */
  public String url() {
    return url;
  }

  /** Where health and metrics are, plain HTTP on loopback. */
  public int managementPort() {
    return managementPort;
  }
}
