package dev.hpasteward.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.Kubectl;
import dev.hpasteward.controlplane.OptionalKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Does for our overlay what cert-manager's programs do, which are not here: makes the Secrets that
 * Certificates ask for, and writes the authority into webhook configurations that say whose. Its
 * kinds are there, and take anything.
 *
 * @param kubectl in the namespace of the installation
 * @param folder what {@code certs/make} made
 */
record CertManagerStandIn(Kubectl kubectl, Path folder) {

  static CertManagerStandIn in(InstalledCluster cluster) {
    Kubectl kubectl = cluster.kubectl();
    for (String kind : List.of(OptionalKind.ISSUERS, OptionalKind.CERTIFICATES)) {
      kubectl.runWithInput(kind, "apply", "-f", "-").output();
    }
    kubectl
        .run(
            "wait",
            "--for=condition=established",
            "--timeout=30s",
            "crd/issuers.cert-manager.io",
            "crd/certificates.cert-manager.io")
        .output();
    try {
      Path folder = Files.createTempDirectory("hpa-steward-test-");
      CommandOutput.of("bash", "certs/make", "--output", folder.toString()).successful();
      return new CertManagerStandIn(kubectl, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that there is to do now. */
  void work() {
    List<String> wanted =
        kubectl
            .run(
                "get",
                "certificates.cert-manager.io",
                "--output=jsonpath={range .items[*]}{.spec.secretName}{'\\n'}{end}")
            .output()
            .lines()
            .toList();
    wanted.forEach(this::make);
    if (wanted.contains("hpa-steward-certificate")) {
      trust("mutatingwebhookconfiguration/hpa-steward");
      trust("validatingwebhookconfiguration/hpa-steward");
    }
  }

  private void make(String secret) {
    if (kubectl.run("get", "secret", secret).exitCode() == 0) {
      return;
    }
    String pair = secret.endsWith("-authority") ? "ca" : "tls";
    kubectl
        .run(
            "create",
            "secret",
            "generic",
            secret,
            "--type=kubernetes.io/tls",
            "--from-file=ca.crt=" + folder.resolve("ca.crt"),
            "--from-file=tls.crt=" + folder.resolve(pair + ".crt"),
            "--from-file=tls.key=" + folder.resolve(pair + ".key"))
        .output();
  }

  private void trust(String configuration) {
    String whose = read(configuration, "{.metadata.annotations.cert-manager\\.io/inject-ca-from}");
    if (whose.isEmpty()) {
      return;
    }
    assertThat(whose).isEqualTo("hpa-steward/hpa-steward");
    String authority = read("secret/hpa-steward-certificate", "{.data.ca\\.crt}");
    long webhooks = read(configuration, "{range .webhooks[*]}{.name}{'\\n'}{end}").lines().count();
    for (int webhook = 0; webhook < webhooks; webhook++) {
      kubectl
          .run(
              "patch",
              configuration,
              "--type=json",
              "-p",
              "[{\"op\":\"add\",\"path\":\"/webhooks/%d/clientConfig/caBundle\",\"value\":\"%s\"}]"
                  .formatted(webhook, authority))
          .output();
    }
  }

  private String read(String object, String path) {
    return kubectl.run("get", object, "--output=jsonpath=" + path).output();
  }
}
