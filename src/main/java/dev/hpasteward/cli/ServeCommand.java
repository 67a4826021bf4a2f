package dev.hpasteward.cli;

import dev.hpasteward.certificate.SelfMadeCertificates;
import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code serve}: runs webhook and reconciler. Options become configuration of the same name. */
@Command(
    name = "serve",
    description =
        "Runs the webhook, and the reconciler that gives each Deployment under policy its HPA, until"
            + " it is told to stop. Of several processes on a cluster one writes at a time.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Try it on a cluster that can reach this machine (kind, a test control plane):",
      "  hpa-steward serve --register --kubeconfig ~/.kube/config"
    })
final class ServeCommand implements Callable<Integer> {

  private static final Duration VALIDITY = Duration.ofDays(30);

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port of the webhook, TLS (8443; 0: any).")
  private @Nullable Integer port;

  @Option(
      names = "--management-port",
      paramLabel = "PORT",
      description = "Port of health and metrics, plain HTTP (9000; 0: any).")
  private @Nullable Integer managementPort;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "Address to listen on (0.0.0.0; with --register 127.0.0.1).")
  private @Nullable String host;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "Policy document (default: the embedded strategy).")
  private @Nullable Path policy;

  @Option(
      names = "--policy-resource",
      paramLabel = "NAME",
      description =
          "Take the policy from the cluster's ScalingPolicy of this name; the embedded strategy"
              + " holds until there is a valid one. Not with --policy.")
  private @Nullable String policyResource;

  @Option(
      names = "--certificates",
      paramLabel = "FOLDER",
      description = "Folder with tls.crt and tls.key (/etc/hpa-steward/certificates).")
  private @Nullable Path certificates;

  @Option(
      names = "--certificate-secret",
      paramLabel = "NAME",
      description =
          "Keep the certificate in this Secret of the pod's namespace: the leader makes it, renews"
              + " it, and has the webhook configurations trust it. Not with --certificates or"
              + " --register.")
  private @Nullable String certificateSecret;

  @Option(
      names = "--kubeconfig",
      paramLabel = "FILE",
      description = "Which cluster (default: KUBECONFIG, the pod's own, ~/.kube/config).")
  private @Nullable Path kubeconfig;

  @Option(
      names = "--webhook-only",
      description = "Only answer reviews: generate and repair no HPAs, write nothing.")
  private boolean webhookOnly;

  @Option(
      names = "--register",
      description =
          "Make a certificate and register this process as a webhook of the cluster,"
              + " failurePolicy Ignore, until it ends.")
  private boolean register;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "With --register: where the API server reaches this process"
              + " (https://127.0.0.1:PORT).")
  private @Nullable String url;

  ServeCommand() {}

  @Override
  public Integer call() throws IOException {
    if (policy != null && policyResource != null) {
      throw new UnusableInput(
          "--policy and --policy-resource each name the policy: use one of them");
    }
    if (policyResource != null) {
      ObjectName.check("--policy-resource", policyResource, "a ScalingPolicy, such as default");
    }
    checkCertificateSecret();
    if (policy != null) {
      PolicyFile.read(policy);
    }
    if (kubeconfig != null) {
      GivenKubeconfig.check(kubeconfig);
    }
    if (url != null && !register) {
      throw new UnusableInput("--url says where to reach this process: use it with --register");
    }
    set("quarkus.http.ssl-port", port);
    set("quarkus.management.port", managementPort);
    set("quarkus.http.host", host != null ? host : register ? "127.0.0.1" : null);
    set("quarkus.management.host", register && host == null ? "127.0.0.1" : host);
    set("hpa-steward.policy", policy);
    set("hpa-steward.policy-resource", policyResource);
    set("hpa-steward.certificates", certificates);
    set("hpa-steward.certificate-secret", certificateSecret);
    set("kubeconfig", kubeconfig);
    set("hpa-steward.webhook-only", webhookOnly ? "true" : null);
    Optional<String> authority = Optional.empty();
    if (register) {
      set("quarkus.shutdown.delay", "0s");
      authority = Optional.of(selfMade());
    }
    ServeApplication.registering(authority, Optional.ofNullable(url));
    Quarkus.run(ServeApplication.class, ProgramEnd::with);
    return 0;
  }

  private void checkCertificateSecret() {
    if (certificateSecret == null) {
      return;
    }
    if (certificates != null || register) {
      throw new UnusableInput(
          "--certificate-secret makes the certificate itself: leave out %s"
              .formatted(register ? "--register" : "--certificates"));
    }
    ObjectName.check(
        "--certificate-secret", certificateSecret, "a Secret, such as hpa-steward-certificate");
  }

  private String selfMade() throws IOException {
    Path folder = certificates != null ? certificates : TemporaryFolder.create();
    set("hpa-steward.certificates", folder);
    Set<String> names = new LinkedHashSet<>(List.of("127.0.0.1", "localhost"));
    if (url != null) {
      names.add(WebhookUrl.host(url));
    }
    return SelfMadeCertificates.write(folder, List.copyOf(names), VALIDITY, Instant.now());
  }

  private static void set(String property, @Nullable Object value) {
    if (value != null) {
      System.setProperty(property, value.toString());
    }
  }
}
