package dev.hpasteward.cli;

import dev.hpasteward.certificate.SelfMadeCertificates;
import dev.hpasteward.cluster.KubeconfigFile;
import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.nio.file.Files;
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

/** {@code serve}: runs the webhook. Options become configuration of the same name. */
@Command(
    name = "serve",
    description = "Runs the webhook until it is told to stop.",
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
      names = "--certificates",
      paramLabel = "FOLDER",
      description = "Folder with tls.crt and tls.key (/etc/hpa-steward/certificates).")
  private @Nullable Path certificates;

  @Option(
      names = "--kubeconfig",
      paramLabel = "FILE",
      description = "Which cluster (default: KUBECONFIG, the pod's own, ~/.kube/config).")
  private @Nullable Path kubeconfig;

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
    if (policy != null) {
      PolicyFile.read(policy);
    }
    if (kubeconfig != null && !Files.isReadable(kubeconfig)) {
      throw new UnusableInput("--kubeconfig: " + kubeconfig + " is not a readable file");
    }
    if (kubeconfig != null) {
      KubeconfigFile.problem(kubeconfig)
          .ifPresent(
              problem -> {
                throw new UnusableInput(
                    "--kubeconfig: %s is no kubeconfig: %s".formatted(kubeconfig, problem));
              });
    }
    if (url != null && !register) {
      throw new UnusableInput("--url says where to reach this process: use it with --register");
    }
    set("quarkus.http.ssl-port", port);
    set("quarkus.management.port", managementPort);
    set("quarkus.http.host", host != null ? host : register ? "127.0.0.1" : null);
    set("quarkus.management.host", register && host == null ? "127.0.0.1" : host);
    set("hpa-steward.policy", policy);
    set("hpa-steward.certificates", certificates);
    set("kubeconfig", kubeconfig);
    Optional<String> authority = Optional.empty();
    if (register) {
      set("quarkus.shutdown.delay", "0s");
      authority = Optional.of(selfMade());
    }
    ServeApplication.registering(authority, Optional.ofNullable(url));
    Quarkus.run(ServeApplication.class, ProgramEnd::with);
    return 0;
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
