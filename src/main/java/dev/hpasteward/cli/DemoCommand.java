package dev.hpasteward.cli;

import dev.hpasteward.certificate.SelfMadeCertificates;
import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code demo}: starts the webhook on loopback and shows what it does. Needs no cluster. */
@Command(
    name = "demo",
    description =
        "Starts the webhook on loopback ports, posts recorded AdmissionReviews to it over TLS and"
            + " shows what kubectl would show. Needs no cluster and reads no kubeconfig.",
    mixinStandardHelpOptions = true,
    footer = {"", "Exit code 0 only if everything came out as expected."})
final class DemoCommand implements Callable<Integer> {

  private static final Duration VALIDITY = Duration.ofDays(1);

  private static final Map<String, String> SETTINGS =
      Map.of(
          "quarkus.http.host", "127.0.0.1",
          "quarkus.http.ssl-port", "0",
          "quarkus.management.host", "127.0.0.1",
          "quarkus.management.port", "0",
          "quarkus.shutdown.delay", "0s",
          "quarkus.log.level", "WARN",
          "hpa-steward.cluster", "none");

  @Option(names = "--keep", description = "Stay up afterwards, until Ctrl-C.")
  private boolean keep;

  DemoCommand() {}

  @Override
  public Integer call() throws IOException {
    Path folder = TemporaryFolder.create();
    String authority =
        SelfMadeCertificates.write(
            folder, List.of("127.0.0.1", "localhost"), VALIDITY, Instant.now());
    SETTINGS.forEach(System::setProperty);
    System.setProperty("hpa-steward.certificates", folder.toString());
    DemoApplication.given(authority, folder, keep);
    Quarkus.run(DemoApplication.class);
    return 0;
  }
}
