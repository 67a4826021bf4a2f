package dev.hpasteward.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.ProgramProcess;
import dev.hpasteward.controlplane.ServedWebhook;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhook;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code certs/make}, with openssl. */
class CertificateScriptIT {

  @TempDir private Path folder;

  @Test
  void aSecondRunKeepsEverything() throws IOException {
    make().successful();
    String first = files();

    assertThat(make().successful())
        .contains("certs: kept the authority, valid until ")
        .contains("certs: kept the certificate, valid until ");
    assertThat(files()).isEqualTo(first);
  }

  @Test
  void aRenewalChangesTheCertificateAndNotWhatIsTrusted() throws IOException {
    make().successful();
    String authority = Files.readString(folder.resolve("ca.crt"));
    String certificate = Files.readString(folder.resolve("tls.crt"));

    make("--renew").successful();
    String renewed = Files.readString(folder.resolve("tls.crt"));
    assertThat(make("--renew-before", "364", "--days", "400").successful())
        .contains("kept the certificate");
    assertThat(make("--renew-before", "366", "--days", "400").successful())
        .contains("made a certificate");

    assertThat(renewed).isNotEqualTo(certificate);
    assertThat(Files.readString(folder.resolve("tls.crt"))).isNotEqualTo(renewed);
    assertThat(Files.readString(folder.resolve("ca.crt"))).isEqualTo(authority);
  }

  @Test
  void aMistakeIsTold() {
    assertThat(make("--days", "ten"))
        .isEqualTo(
            new CommandOutput(
                1, "certs: --days: found 'ten', must be a whole number of days, 1 to 99999\n"));
    assertThat(make("--days", "10").text())
        .isEqualTo("certs: --days 10 is not more than --renew-before 30: every run would renew\n");
    assertThat(make("--day", "10").exitCode()).isEqualTo(2);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theProgramServesItUnderTheNameThatTheApiServerAsksFor() throws IOException {
    make().successful();
    String authority = Files.readString(folder.resolve("ca.crt"));

    try (ProgramProcess program =
        ProgramProcess.start(
            "serve",
            "--webhook-only",
            "--port=0",
            "--management-port=0",
            "--host=127.0.0.1",
            "--certificates=" + folder)) {
      ServedWebhook webhook = ServedWebhook.of(program, authority).awaitReady();
      assertThat(
              CommandOutput.of(
                      "openssl",
                      "s_client",
                      "-connect",
                      "127.0.0.1:" + URI.create(webhook.url()).getPort(),
                      "-CAfile",
                      folder.resolve("ca.crt").toString(),
                      "-verify_hostname",
                      "hpa-steward.hpa-steward.svc",
                      "-verify_return_error")
                  .successful())
          .contains("Verified peername: hpa-steward.hpa-steward.svc", "Verify return code: 0 (ok)");
    }
  }

  @Test
  void theOverlayTrustsTheAuthorityOfItsSecret() {
    byte[] authority =
        Base64.getMimeDecoder()
            .decode(Overlay.CERTS_DIR.object(Secret.class).getData().get("ca.crt"));

    assertThat(new String(authority, StandardCharsets.US_ASCII))
        .startsWith("-----BEGIN CERTIFICATE-----");
    assertThat(Overlay.CERTS_DIR.object(ValidatingWebhookConfiguration.class).getWebhooks())
        .extracting(ValidatingWebhook::getClientConfig)
        .allSatisfy(
            config ->
                assertThat(Base64.getMimeDecoder().decode(config.getCaBundle()))
                    .isEqualTo(authority));
  }

  private CommandOutput make(String... options) {
    String[] command = new String[options.length + 4];
    command[0] = "bash";
    command[1] = Path.of("certs", "make").toString();
    command[2] = "--output";
    command[3] = folder.toString();
    System.arraycopy(options, 0, command, 4, options.length);
    return CommandOutput.of(command);
  }

  private String files() throws IOException {
    StringBuilder text = new StringBuilder();
    for (String name : new String[] {"ca.crt", "ca.key", "tls.crt", "tls.key"}) {
      text.append(Files.readString(folder.resolve(name)));
    }
    return text.toString();
  }
}
